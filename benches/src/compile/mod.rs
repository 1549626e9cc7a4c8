//! Compile times.
use anyhow::Result;
pub(crate) fn run() -> Result<()> {
    Ok(())
}
pub(crate) fn section() -> Result<String> {
    Ok(String::new())
}
