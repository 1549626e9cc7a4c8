//! Formats the bodies of a file.

use std::io;

use crate::{
    app::outline::{Leaf, outline},
    bodies::{Body, find, may_have_body},
    build::build,
    layout::layout,
    leaves::{self, Code, Input},
    lex::lex,
    plan::{Place, plan},
    rustfmt::{Config, Rustfmt},
    tree::Row,
    verify::is_same,
};

/// A formatted file.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Formatted {
    /// The text of the file.
    pub text: String,
    /// The bodies that are left as they are.
    pub untouched: Vec<Untouched>,
}

impl Formatted {
    pub(crate) fn unchanged(source: &str) -> Self {
        Self {
            text: source.to_owned(),
            untouched: Vec::new(),
        }
    }
}

/// A body that cannot be formatted.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Untouched {
    /// The line of the mistake, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: String,
}

/// Formats the bodies of all `app!` in a file. All else stays as it is.
///
/// A body that the macro or rustfmt cannot parse stays as it is, too, and is listed in `untouched`.
///
/// # Errors
///
/// Returns an error if the file does not tokenize.
///
/// # Examples
///
/// ```
/// use concentric_fmt::{Rustfmt, format};
///
/// let source = "app! {\nfn site()->Router with[log] { GET  \"/\"=>index }\n}\n";
/// let formatted = format(source, &Rustfmt::new(".", Some("2024"))?)?;
/// assert_eq!(formatted.text, r#"app! {
///     fn site() -> Router with [log] {
///         GET "/" => index,
///     }
/// }
/// "#);
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn format(source: &str, rustfmt: &Rustfmt) -> io::Result<Formatted> {
    let mut formatted = Formatted::unchanged(source);
    if rustfmt.config.is_disabled || !may_have_body(source) {
        return Ok(formatted);
    }
    let code = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mark = source.len() - code.len();
    let bodies = find(code).map_err(|error| {
        let line = error.span().start().line;
        io::Error::other(format!("line {line} does not tokenize"))
    })?;
    let mut parsed = Vec::new();
    for body in bodies {
        match Parsed::new(body, code, &rustfmt.config) {
            Ok(body) => parsed.push(body),
            Err(untouched) => formatted.untouched.push(untouched),
        }
    }
    let codes = format_leaves(&parsed, rustfmt);
    let has_windows_newlines = rustfmt.config.has_windows_newlines(source);
    // From the end, so that a replacement does not move the bodies before it.
    for (body, codes) in parsed.iter().zip(codes).rev() {
        let text = codes.and_then(|codes| body.layout(&codes, &rustfmt.config));
        match text {
            Ok(text) => {
                let text = if has_windows_newlines {
                    text.replace('\n', "\r\n")
                } else {
                    text
                };
                let range = body.place.range.start + mark..body.place.range.end + mark;
                formatted.text.replace_range(range, &text);
            }
            Err(error) => formatted.untouched.push(Untouched {
                line: body.place.line,
                reason: error
                    .to_string()
                    .lines()
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
            }),
        }
    }
    formatted.untouched.sort_by_key(|untouched| untouched.line);
    Ok(formatted)
}

/// Formats the leaves of all bodies by one call, or of each body alone if rustfmt cannot parse one of them.
fn format_leaves(bodies: &[Parsed], rustfmt: &Rustfmt) -> Vec<io::Result<Vec<Code>>> {
    let inputs: Vec<Input<'_>> = bodies.iter().flat_map(Parsed::inputs).collect();
    let Ok(codes) = leaves::format(&inputs, rustfmt) else {
        let inputs = bodies.iter().map(|body| body.inputs().collect::<Vec<_>>());
        return inputs
            .map(|inputs| leaves::format(&inputs, rustfmt))
            .collect();
    };
    let mut codes = codes.into_iter();
    let of_bodies = bodies
        .iter()
        .map(|body| Ok(codes.by_ref().take(body.leaves.len()).collect()));
    of_bodies.collect()
}

/// A body that parses.
struct Parsed {
    place: Body,
    /// The text with the line ends of Unix.
    text: String,
    rows: Vec<Row>,
    leaves: Vec<Leaf>,
    places: Vec<Place>,
    /// The indentation of `app!`, in levels.
    depth: usize,
}

impl Parsed {
    fn new(place: Body, code: &str, config: &Config) -> Result<Self, Untouched> {
        let text = code[place.range.clone()].replace("\r\n", "\n");
        let untouched = |(line, reason)| Untouched {
            line: place.line + line - 1,
            reason,
        };
        let outline = outline(&text).map_err(untouched)?;
        let lexemes = lex(&text).map_err(|_| untouched((1, "it does not tokenize".to_owned())))?;
        let (rows, leaves) = build(&text, &lexemes, &outline);
        let depth = config.levels(&place.indent);
        let places = plan(&rows, &leaves, depth + 1);
        Ok(Self {
            place,
            text,
            rows,
            leaves,
            places,
            depth,
        })
    }

    fn inputs(&self) -> impl Iterator<Item = Input<'_>> {
        self.leaves
            .iter()
            .zip(&self.places)
            .map(|(leaf, place)| Input {
                text: &self.text[leaf.range.clone()],
                kind: leaf.kind,
                place: *place,
            })
    }

    /// Returns the formatted text, or an error if it would be another body.
    fn layout(&self, codes: &[Code], config: &Config) -> io::Result<String> {
        let text = layout(&self.rows, codes, config, self.depth + 1);
        let text = format!("{text}\n{}", config.indentation(self.depth));
        if is_same(&self.text, &text) {
            Ok(text)
        } else {
            Err(io::Error::other(
                "formatting would change its tokens or comments",
            ))
        }
    }
}
