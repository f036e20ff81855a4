//! The lines of a text: indentation that would make it code, headings of level 1, fences, blank lines.

use super::super::report::Report;
use super::super::rule::Rule;

/// A run of lines: Markdown, or code between fences, which nothing changes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(String),
    Code(String),
}

/// Cuts a text into Markdown and fenced code, with its indentation and headings mended.
pub(super) fn parts(source: &str, first_line: u32, field: &str, report: &mut Report) -> Vec<Part> {
    let mut layout = Layout { parts: Vec::new(), fence: None, region: None, list: None, after_blank: true };
    for (line, number) in source.split('\n').zip(first_line..) {
        if let Some((rule, before)) = layout.line(line) {
            report.add(rule, Some(number), field, before, "");
        }
    }
    layout.parts
}

struct Layout {
    parts: Vec<Part>,
    /// Sign and length of the fence that is open.
    fence: Option<(char, usize)>,
    /// Indentation that the lines of an indented region have in common.
    region: Option<usize>,
    /// Column of the content of the outermost list item.
    list: Option<usize>,
    after_blank: bool,
}

impl Layout {
    /// Takes one line; returns what changed, when it is worth saying.
    fn line<'a>(&mut self, line: &'a str) -> Option<(Rule, &'a str)> {
        let text = line.trim_start_matches([' ', '\t']);
        if let Some((sign, length)) = self.fence {
            let cut = self.region.unwrap_or(0).min(indentation(line));
            self.push(&without(line, cut), true);
            if fence(text).is_some_and(|(other, run)| other == sign && run >= length && text.trim_end().len() == run) {
                self.fence = None;
            }
            return None;
        }
        if text.is_empty() {
            self.after_blank = true;
            self.push("", false);
            return None;
        }
        let mut change = None;
        let mut indent = indentation(line);
        if self.region.is_some_and(|base| indent < base) {
            self.region = None;
        }
        let inside_list = self.list.is_some_and(|content| indent >= content || !self.after_blank);
        if self.region.is_none() && indent >= 4 && !inside_list {
            self.region = Some(indent);
            change = Some((Rule::Indentation, text));
        }
        let base = self.region.unwrap_or(0);
        indent -= base;
        match marker(text) {
            Some(width) if self.list.is_none_or(|content| indent < content) => self.list = Some(indent + width),
            None if self.after_blank && self.list.is_some_and(|content| indent < content) => self.list = None,
            _ => {}
        }
        self.after_blank = false;
        self.fence = fence(text);
        let line = without(line, base);
        match line.strip_prefix("# ") {
            Some(_) if self.fence.is_none() => {
                change = Some((Rule::HeadingDemoted, text));
                self.push(&format!("#{line}"), false);
            }
            _ => self.push(&line, self.fence.is_some()),
        }
        change
    }

    fn push(&mut self, line: &str, code: bool) {
        let text = match self.parts.last_mut() {
            Some(Part::Text(text)) if !code => text,
            Some(Part::Code(text)) if code => text,
            _ => {
                self.parts.push(if code { Part::Code(String::new()) } else { Part::Text(String::new()) });
                return self.push(line, code);
            }
        };
        text.push_str(line);
        text.push('\n');
    }
}

/// Columns of white space before a line; a tab counts for four.
fn indentation(line: &str) -> usize {
    let blanks = line.chars().take_while(|character| matches!(character, ' ' | '\t'));
    blanks.map(|character| if character == '\t' { 4 } else { 1 }).sum()
}

/// A line without its first `columns` of white space.
fn without(line: &str, columns: usize) -> String {
    if columns == 0 {
        return line.to_owned();
    }
    let text = line.trim_start_matches([' ', '\t']);
    format!("{}{text}", " ".repeat(indentation(line).saturating_sub(columns)))
}

/// Width of the list marker a line begins with, with the space after it.
fn marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let sign = text.get(digits..)?.chars().next()?;
    let marks = if digits == 0 { matches!(sign, '-' | '*' | '+') } else { digits < 10 && matches!(sign, '.' | ')') };
    (marks && text.get(digits + 1..)?.starts_with(' ')).then_some(digits + 2)
}

/// Sign and length of the fence a line begins with.
fn fence(text: &str) -> Option<(char, usize)> {
    let sign = text.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let length = text.chars().take_while(|character| *character == sign).count();
    let inline_code = sign == '`' && text.get(length..).is_some_and(|info| info.contains('`'));
    (length >= 3 && !inline_code).then_some((sign, length))
}

/// Joins parts: no blank lines at the ends, never two in a row outside code.
pub(super) fn join(parts: &[Part]) -> String {
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Code(code) => out.push_str(code),
            Part::Text(text) => {
                for line in text.split_inclusive('\n') {
                    let blank = line.trim().is_empty();
                    if !blank {
                        out.push_str(line);
                    } else if !out.is_empty() && !out.ends_with("\n\n") {
                        out.push('\n');
                    }
                }
            }
        }
    }
    out.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &str, rules: &[(Rule, u32)]) {
        let mut report = Report::default();
        let joined = join(&parts(source, 10, "body", &mut report));
        assert_eq!(joined, expected, "{source:?}");
        let found: Vec<_> = report.entries.iter().map(|entry| (entry.rule, entry.line.unwrap())).collect();
        assert_eq!(found, rules, "{source:?}");
    }

    #[test]
    fn mends_lines() {
        check("# a\n\n\n\nb\n", "## a\n\nb", &[(Rule::HeadingDemoted, 10)]);
        check("#a\n## b", "#a\n## b", &[]);
        check(
            "<details>\n    <p>\n    - a\n    - b\n</details>",
            "<details>\n<p>\n- a\n- b\n</details>",
            &[(Rule::Indentation, 11)],
        );
        check("- a\n    - b\n\n    c", "- a\n    - b\n\n    c", &[]);
        check("- a\n\nb\n\n     c", "- a\n\nb\n\nc", &[(Rule::Indentation, 14)]);
        check("1. a\n   b", "1. a\n   b", &[]);
        check("```\n# a\n\n\n    b\n```\nc", "```\n# a\n\n\n    b\n```\nc", &[]);
        check("~~~ x\n```\n~~~\n# a", "~~~ x\n```\n~~~\n## a", &[(Rule::HeadingDemoted, 13)]);
        check("```a``` b\n# c", "```a``` b\n## c", &[(Rule::HeadingDemoted, 11)]);
    }

    proptest::proptest! {
        #![proptest_config(crate::core::testing::cases(256))]

        #[test]
        fn never_panics(source in "(- |1\\. |# |```|~~~|    |\t|\n|a|é){0,40}") {
            let mut report = Report::default();
            let _ = join(&parts(&source, 1, "body", &mut report));
        }
    }
}
