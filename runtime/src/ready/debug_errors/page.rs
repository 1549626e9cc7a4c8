//! A page, as text or as HTML.

use std::fmt::Write;

use http::HeaderValue;

/// A title and sections.
pub(super) struct Page {
    title: String,
    sections: Vec<(&'static str, String)>,
}

#[derive(Clone, Copy)]
pub(super) enum Format {
    Html,
    Text,
}

impl Format {
    pub(super) fn content_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
        })
    }
}

impl Page {
    pub(super) fn new(title: String) -> Self {
        let sections = Vec::new();
        Self { title, sections }
    }

    pub(super) fn add(&mut self, heading: &'static str, text: impl Into<String>) {
        self.sections.push((heading, text.into()));
    }

    pub(super) fn render(&self, format: Format) -> String {
        match format {
            Format::Html => self.html(),
            Format::Text => self.text(),
        }
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", self.title);
        for (heading, content) in &self.sections {
            let _ = writeln!(text, "\n{heading}\n");
            for line in content.lines() {
                let _ = writeln!(text, "    {line}");
            }
        }
        text
    }

    /// Returns HTML without scripts that loads nothing. All values are escaped.
    fn html(&self) -> String {
        let title = escaped(&self.title);
        let mut html = format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n<h1>{title}</h1>\n"
        );
        for (heading, content) in &self.sections {
            let (heading, content) = (escaped(heading), escaped(content));
            // HTML drops one line feed after the tag.
            let _ = writeln!(html, "<h2>{heading}</h2>\n<pre>\n{content}</pre>");
        }
        html
    }
}

const STYLE: &str = "\
    :root{color-scheme:light dark;font-family:system-ui,sans-serif}\
    body{max-width:75rem;margin:2rem auto;padding:0 1rem}\
    h1{color:light-dark(#b00020,#ff8a8a)}\
    h2{font-size:1rem;margin:1.5rem 0 .5rem}\
    pre{margin:0;padding:1rem;overflow-x:auto;border-radius:.3rem;background:light-dark(#f4f4f5,#26262b)}";

/// Escapes a text for the content of an element and for a quoted attribute.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(char),
        }
    }
    html
}
