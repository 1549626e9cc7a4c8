//! Breaks a row that is too long for one line.

use crate::{
    layout::Layout,
    plan::Level,
    segments::{Segment, ends_with_list},
    tree::PartKind,
};

impl Layout<'_> {
    /// Writes an entry that is not on one line. Each `else` begins another.
    pub(crate) fn broken_entry(&mut self, segments: &[Segment<'_>], depth: usize, suffix: usize) {
        let is_else = |segment: &Segment<'_>| matches!(&segment[0].kind, PartKind::Word(word) if word == "else");
        let mut rest = segments;
        while let [first, after @ ..] = rest {
            let conditions = after.iter().take_while(|segment| !is_else(segment)).count();
            let (whole, others) = rest.split_at(1 + conditions);
            rest = others;
            if is_else(first) {
                self.writer.new_line(depth);
            }
            let suffix = if rest.is_empty() { suffix } else { 0 };
            if let Some(flat) = self
                .flat_all(whole)
                .filter(|flat| self.writer.fits(flat, suffix))
            {
                self.writer.word(&flat);
                continue;
            }
            self.segment(first, depth, depth + 1, 0);
            for condition in &whole[1..] {
                let flat = self.flat_all(&[condition]);
                let flat = flat
                    .filter(|flat| self.writer.ends_group(depth) && self.writer.fits(flat, suffix));
                if flat.is_none() {
                    self.writer.new_line(depth + 1);
                }
                self.segment(condition, depth, depth + 1, suffix);
            }
        }
    }

    /// Writes an item or the signature, if it is not on one line.
    pub(crate) fn broken(
        &mut self,
        segments: &[Segment<'_>],
        level: Level,
        depth: usize,
        suffix: usize,
    ) {
        let Some((first, rest)) = segments.split_first() else {
            return;
        };
        let continued = if level == Level::Head {
            depth
        } else {
            depth + 1
        };
        self.segment(
            first,
            depth,
            continued,
            if rest.is_empty() { suffix } else { 0 },
        );
        let Some((last, others)) = rest.split_last() else {
            return;
        };
        // Each list of the signature is on a line of its own, if there are several.
        let is_one = level != Level::Head || others.is_empty();
        let can_follow =
            is_one && self.writer.line_can_continue(depth) && !self.writer.must_break();
        if let Some(flat) = self.flat_all(rest).filter(|_| is_one) {
            // What follows `}` can be on its line.
            if can_follow && self.writer.ends_group(depth) && self.writer.fits(&flat, suffix) {
                return self.writer.word(&flat);
            }
            // A list with a block behind it does not end a line.
            let is_scope = level == Level::Items && suffix > 1;
            if !is_scope && self.writer.fits_on_line(&flat, continued, suffix) {
                self.writer.new_line(continued);
                return self.writer.word(&flat);
            }
        }
        // A list that is broken begins on the line, like the last argument of a call.
        if can_follow
            && ends_with_list(last)
            && let Some(flat) = self.flat_all(others)
            && self.writer.fits(&format!("{flat} without ["), 0)
        {
            if !flat.is_empty() {
                self.writer.word(&flat);
            }
            return self.parts(last, depth, depth);
        }
        for (at, segment) in rest.iter().enumerate() {
            let suffix = if at + 1 == rest.len() { suffix } else { 0 };
            let flat = self.flat_all(&[segment]);
            let fits = flat.is_some_and(|flat| self.writer.fits_on_line(&flat, continued, suffix));
            let is_broken_list = ends_with_list(segment) && !fits;
            self.writer
                .new_line(if is_broken_list { depth } else { continued });
            self.segment(segment, depth, continued, suffix);
        }
    }
}
