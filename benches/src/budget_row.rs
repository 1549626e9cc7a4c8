//! `BudgetRow`, a row of the budget in the report.

/// A row of the budget.
pub(crate) struct BudgetRow {
    pub(crate) metric: String,
    pub(crate) budget: String,
    pub(crate) measured: String,
    pub(crate) is_met: bool,
    /// The anchor of the section about what it costs.
    pub(crate) causes: &'static str,
}
