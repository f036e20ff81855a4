//! How each language writes a text, whatever it holds.
//!
//! Characters that are invisible or change the direction of what follows are always escaped: what is read is what
//! is run. Never here: what the text means.

/// How a language writes a character by its number.
#[derive(Debug, Clone, Copy)]
enum Unicode {
    /// `\u00e9`, by UTF-16 unit.
    Units,
    /// `\u00e9` or `\U0001f600`.
    FourOrEight,
    /// `\u{e9}`.
    Braces,
}

/// A string literal with backslash escapes.
#[derive(Debug, Clone, Copy)]
struct Literal {
    delimiter: &'static str,
    /// What a backslash must precede, besides itself.
    escaped: &'static [char],
    unicode: Unicode,
    /// Whether a line break may stand as it is.
    lines: bool,
}

impl Literal {
    const fn new(delimiter: &'static str, escaped: &'static [char], unicode: Unicode) -> Self {
        Self { delimiter, escaped, unicode, lines: false }
    }

    const fn with_lines(mut self) -> Self {
        self.lines = true;
        self
    }

    fn write(&self, text: &str) -> String {
        let mut written = String::from(self.delimiter);
        for character in text.chars() {
            match character {
                '\n' if self.lines => written.push('\n'),
                '\n' => written.push_str("\\n"),
                '\r' => written.push_str("\\r"),
                '\t' => written.push_str("\\t"),
                '\\' => written.push_str("\\\\"),
                character if self.escaped.contains(&character) => written.extend(['\\', character]),
                character if is_hidden(character) => self.unicode.push(character, &mut written),
                character => written.push(character),
            }
        }
        written.push_str(self.delimiter);
        written
    }
}

impl Unicode {
    fn push(self, character: char, written: &mut String) {
        let number = u32::from(character);
        match self {
            Self::Braces => written.push_str(&format!("\\u{{{number:x}}}")),
            Self::FourOrEight if number > 0xffff => written.push_str(&format!("\\U{number:08x}")),
            Self::FourOrEight => written.push_str(&format!("\\u{number:04x}")),
            Self::Units => {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    written.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
    }
}

/// Whether a reader cannot see this character, or it changes how others are read.
pub(super) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character),
            0xad | 0x61c | 0x180e | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff | 0xfff0..=0xfffb
            | 0xe0000..=0xe0fff)
        || u32::from(character) & 0xfffe == 0xfffe
}

/// JavaScript: a template over several lines, a plain string otherwise.
pub(super) fn javascript(text: &str) -> String {
    if text.contains('\n') {
        return Literal::new("`", &['`', '$'], Unicode::Units).with_lines().write(text);
    }
    Literal::new("\"", &['"'], Unicode::Units).write(text)
}

/// Python: a triple-quoted string over several lines, a plain string otherwise.
pub(super) fn python(text: &str) -> String {
    if text.contains('\n') {
        return Literal::new("'''", &['\''], Unicode::FourOrEight).with_lines().write(text);
    }
    Literal::new("\"", &['"'], Unicode::FourOrEight).write(text)
}

/// Java.
pub(super) fn java(text: &str) -> String {
    Literal::new("\"", &['"'], Unicode::Units).write(text)
}

/// Kotlin: `$` opens a template.
pub(super) fn kotlin(text: &str) -> String {
    Literal::new("\"", &['"', '$'], Unicode::Units).write(text)
}

/// C#.
pub(super) fn csharp(text: &str) -> String {
    Literal::new("\"", &['"'], Unicode::FourOrEight).write(text)
}

/// Go: a raw string over several lines when nothing in it needs an escape.
pub(super) fn go(text: &str) -> String {
    let is_raw = |character: char| character == '\n' || (character != '`' && !is_hidden(character));
    if text.contains('\n') && text.chars().all(is_raw) {
        return format!("`{text}`");
    }
    go_line(text)
}

/// Go, on one line whatever the text holds.
pub(super) fn go_line(text: &str) -> String {
    Literal::new("\"", &['"'], Unicode::FourOrEight).write(text)
}

/// Rust: a raw string over several lines when nothing in it needs an escape.
pub(super) fn rust(text: &str) -> String {
    let is_raw = |character: char| character == '\n' || !is_hidden(character);
    if text.contains('\n') && text.chars().all(is_raw) && !text.contains("\"#") {
        return format!("r#\"{text}\"#");
    }
    Literal::new("\"", &['"'], Unicode::Braces).write(text)
}

/// Ruby: `#` opens an interpolation.
pub(super) fn ruby(text: &str) -> String {
    Literal::new("\"", &['"', '#'], Unicode::Braces).with_lines().write(text)
}

/// R.
pub(super) fn r(text: &str) -> String {
    Literal::new("\"", &['"'], Unicode::FourOrEight).with_lines().write(text)
}

/// PHP: single quotes, unless something in the text is hidden.
pub(super) fn php(text: &str) -> String {
    if text.chars().any(|character| character != '\n' && is_hidden(character)) {
        return Literal::new("\"", &['"', '$'], Unicode::Braces).write(text);
    }
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// Bash: single quotes, unless something in the text is hidden or would act when pasted.
pub(super) fn bash(text: &str) -> String {
    if !text.chars().any(|character| character != '\n' && is_hidden(character)) {
        return format!("'{}'", text.replace('\'', "'\\''"));
    }
    let mut written = String::from("$'");
    for character in text.chars() {
        match character {
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            // An interactive shell looks for `!` even here.
            '!' => written.push_str("\\x21"),
            '\'' | '\\' => written.extend(['\\', character]),
            // By byte: `\u` depends on the language of the shell.
            character if is_hidden(character) => {
                let mut bytes = [0; 4];
                for byte in character.encode_utf8(&mut bytes).bytes() {
                    written.push_str(&format!("\\x{byte:02x}"));
                }
            }
            character => written.push(character),
        }
    }
    written + "'"
}

/// PowerShell: single quotes, of which it knows five.
pub(super) fn powershell(text: &str) -> String {
    if text.chars().any(|character| character != '\n' && is_hidden(character)) {
        return format!("\"{}\"", in_powershell_quotes(text));
    }
    let mut written = String::from("'");
    for character in text.chars() {
        if matches!(character, '\'' | '\u{2018}'..='\u{201b}') {
            written.push(character);
        }
        written.push(character);
    }
    written + "'"
}

/// What stands between double quotes in PowerShell, which knows four of them.
pub(super) fn in_powershell_quotes(text: &str) -> String {
    let mut written = String::new();
    for character in text.chars() {
        match character {
            '\n' => written.push_str("`n"),
            '\r' => written.push_str("`r"),
            '\t' => written.push_str("`t"),
            '"' | '$' | '`' | '\u{201c}'..='\u{201e}' => written.extend(['`', character]),
            character if is_hidden(character) => written.push_str(&format!("`u{{{:x}}}", u32::from(character))),
            character => written.push(character),
        }
    }
    written
}

/// The M language of Power Query.
pub(super) fn power_query(text: &str) -> String {
    let mut written = String::from("\"");
    for character in text.replace("#(", "#(#)(").chars() {
        match character {
            '\n' => written.push_str("#(lf)"),
            '\r' => written.push_str("#(cr)"),
            '\t' => written.push_str("#(tab)"),
            '"' => written.push_str("\"\""),
            character if is_hidden(character) && u32::from(character) > 0xffff => {
                written.push_str(&format!("#({:08X})", u32::from(character)));
            }
            character if is_hidden(character) => written.push_str(&format!("#({:04X})", u32::from(character))),
            character => written.push(character),
        }
    }
    written + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_escapes_what_it_reads() {
        let text = "'\"\\$`#!%é😀";
        for (quote, expect) in [
            (javascript as fn(&str) -> String, r#""'\"\\$`#!%é😀""#),
            (python, r#""'\"\\$`#!%é😀""#),
            (kotlin, r#""'\"\\\$`#!%é😀""#),
            (ruby, r#""'\"\\$`\#!%é😀""#),
            (php, r#"'\'"\\$`#!%é😀'"#),
            (bash, r#"''\''"\$`#!%é😀'"#),
            (powershell, r#"'''"\$`#!%é😀'"#),
            (power_query, r##""'""\$`#!%é😀""##),
        ] {
            assert_eq!(quote(text), expect);
        }
    }

    #[test]
    fn hidden_characters_are_shown_by_number() {
        let text = "\u{1}\u{202e}\u{e0001}\t!";
        for (quote, expect) in [
            (javascript as fn(&str) -> String, r#""\u0001\u202e\udb40\udc01\t!""#),
            (python, r#""\u0001\u202e\U000e0001\t!""#),
            (rust, r#""\u{1}\u{202e}\u{e0001}\t!""#),
            (php, r#""\u{1}\u{202e}\u{e0001}\t!""#),
            (bash, r"$'\x01\xe2\x80\xae\xf3\xa0\x80\x81\t\x21'"),
            (powershell, r#""`u{1}`u{202e}`u{e0001}`t!""#),
            (power_query, r##""#(0001)#(202E)#(000E0001)#(tab)!""##),
        ] {
            assert_eq!(quote(text), expect);
        }
    }

    #[test]
    fn several_lines_stay_readable_where_they_can() {
        let text = "{\n  \"a\": '`${b}'\n}";
        assert_eq!(javascript(text), "`{\n  \"a\": '\\`\\${b}'\n}`");
        assert_eq!(python(text), "'''{\n  \"a\": \\'`${b}\\'\n}'''");
        assert_eq!(go("{\n}"), "`{\n}`");
        assert_eq!(go("`\n"), "\"`\\n\"");
        assert_eq!(rust("{\n\"a\"}"), "r#\"{\n\"a\"}\"#");
        assert_eq!(rust("\"#\n"), "\"\\\"#\\n\"");
        assert_eq!(bash("a\nb"), "'a\nb'");
    }

    #[test]
    fn powershell_and_power_query_have_quotes_of_their_own() {
        assert_eq!(powershell("l’été ‘x’"), "'l’’été ‘‘x’’'");
        assert_eq!(in_powershell_quotes("“a” $b"), "`“a`” `$b");
        assert_eq!(power_query("#(lf)"), "\"#(#)(lf)\"");
    }
}
