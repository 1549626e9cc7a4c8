//! Draws plots as SVG.

use std::fmt::Write;

/// A line plot over a number. The vertical axis is logarithmic.
pub(crate) struct Plot {
    pub(crate) title: String,
    /// The name of the horizontal axis, and its marks.
    pub(crate) axis: &'static str,
    pub(crate) marks: &'static [f64],
    pub(crate) lines: Vec<Line>,
}

pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) points: Vec<(f64, f64)>,
}

const WIDTH: f64 = 860.0;
const HEIGHT: f64 = 480.0;
/// The margins of the plot. The right one holds the names of the lines.
const LEFT: f64 = 70.0;
const RIGHT: f64 = 230.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 50.0;
const COLORS: [&str; 10] = [
    "#d62728", "#1f77b4", "#2ca02c", "#ff7f0e", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f",
    "#bcbd22", "#17becf",
];

impl Plot {
    pub(crate) fn svg(&self) -> String {
        let points = || self.lines.iter().flat_map(|line| &line.points);
        let most_x = points().map(|point| point.0).fold(1.0, f64::max);
        let low = points().map(|point| point.1).fold(f64::INFINITY, f64::min);
        let high = points().map(|point| point.1).fold(1.0, f64::max);
        let (low, high) = (low.log10().floor(), high.log10().ceil());
        let x = |value: f64| LEFT + value / most_x * (WIDTH - LEFT - RIGHT);
        let y = |value: f64| {
            let part = (value.log10() - low) / (high - low).max(1.0);
            HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)
        };
        let mut svg = head(&self.title, HEIGHT);
        for power in low as i32..=high as i32 {
            for (times, is_named) in [(1.0, true), (2.0, false), (5.0, false)] {
                let value = times * 10_f64.powi(power);
                if value.log10() > high {
                    break;
                }
                let (at, right) = (y(value), WIDTH - RIGHT);
                let color = if is_named { "#bbb" } else { "#eee" };
                line(&mut svg, [LEFT, at, right, at], color);
                text(&mut svg, [LEFT - 6.0, at + 4.0], "end", &value.to_string());
            }
        }
        for &value in self.marks {
            let (at, bottom) = (x(value), HEIGHT - BOTTOM);
            line(&mut svg, [at, bottom, at, bottom + 5.0], "#888");
            text(&mut svg, [at, bottom + 18.0], "middle", &value.to_string());
        }
        let middle = (LEFT + WIDTH - RIGHT) / 2.0;
        text(&mut svg, [middle, HEIGHT - 10.0], "middle", self.axis);
        for (at, (one, color)) in self.lines.iter().zip(COLORS.iter().cycle()).enumerate() {
            let points: Vec<_> = one
                .points
                .iter()
                .map(|&(count, value)| format!("{:.1},{:.1}", x(count), y(value)))
                .collect();
            let _ = writeln!(
                svg,
                "<polyline fill=\"none\" stroke=\"{color}\" stroke-width=\"2\" points=\"{}\"/>",
                points.join(" "),
            );
            let (key, height) = (WIDTH - RIGHT + 15.0, TOP + 20.0 * at as f64);
            let _ = writeln!(
                svg,
                "<rect x=\"{key}\" y=\"{height}\" width=\"14\" height=\"4\" fill=\"{color}\"/>",
            );
            text(&mut svg, [key + 20.0, height + 6.0], "start", &one.name);
        }
        svg.push_str("</svg>\n");
        svg
    }
}

/// A plot with a group of horizontal bars for each contender.
pub(crate) struct Bars {
    pub(crate) title: String,
    /// What the bars of a group stand for.
    pub(crate) parts: Vec<String>,
    pub(crate) bars: Vec<Bar>,
}

/// The bars of a contender.
pub(crate) struct Bar {
    pub(crate) name: String,
    /// One for each part.
    pub(crate) values: Vec<f64>,
}

/// The height of a bar, and the room for a name beside the bars.
const BAR: f64 = 14.0;
const NAMES: f64 = 270.0;

impl Bars {
    pub(crate) fn svg(&self) -> String {
        let group = BAR * self.parts.len() as f64 + 12.0;
        let bottom = TOP + group * self.bars.len() as f64;
        let values = self.bars.iter().flat_map(|bar| &bar.values);
        let most = values.copied().fold(1.0, f64::max);
        let x = |value: f64| NAMES + value / most * (WIDTH - NAMES - 60.0);
        let mut svg = head(&self.title, bottom + BOTTOM);
        for (group_at, bar) in self.bars.iter().enumerate() {
            let top = TOP + group * group_at as f64;
            let middle = top + group / 2.0 - 2.0;
            text(&mut svg, [NAMES - 8.0, middle], "end", &bar.name);
            for (at, (&value, color)) in bar.values.iter().zip(COLORS).enumerate() {
                let y = top + BAR * at as f64;
                rectangle(&mut svg, [NAMES, y, x(value) - NAMES, BAR - 1.0], color);
                let value_at = [x(value) + 5.0, y + BAR - 4.0];
                text(&mut svg, value_at, "start", &format!("{value:.1}"));
            }
        }
        for (at, (part, color)) in self.parts.iter().zip(COLORS).enumerate() {
            let key = NAMES + 130.0 * at as f64;
            rectangle(&mut svg, [key, bottom + 15.0, 14.0, 10.0], color);
            text(&mut svg, [key + 20.0, bottom + 24.0], "start", part);
        }
        svg.push_str("</svg>\n");
        svg
    }
}

/// Returns the beginning of a plot.
fn head(title: &str, height: f64) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"white\"/>\n\
         <text x=\"{LEFT}\" y=\"22\" font-size=\"15\">{title}</text>\n",
    )
}

fn rectangle(svg: &mut String, [x, y, width, height]: [f64; 4], color: &str) {
    let _ = writeln!(
        svg,
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{color}\"/>",
    );
}

fn line(svg: &mut String, [x1, y1, x2, y2]: [f64; 4], color: &str) {
    let _ = writeln!(
        svg,
        "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" stroke=\"{color}\"/>",
    );
}

fn text(svg: &mut String, [x, y]: [f64; 2], anchor: &str, text: &str) {
    let _ = writeln!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{text}</text>",
    );
}
