//! Which key does what in the list of operations.

/// A key that was pressed, and where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Press<'k> {
    /// Name of the key, as browsers give it.
    pub key: &'k str,
    /// Whether Ctrl, Alt or Meta is held: the key is the browser's then.
    pub has_modifier: bool,
    /// Whether the reader is writing: in a field, or in what can be edited.
    pub is_writing: bool,
    /// Whether the focus is in the list.
    pub is_in_list: bool,
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// To the filter.
    Filter,
    /// To the next operation.
    Next,
    /// To the one before.
    Previous,
}

/// What `press` asks for. `single_keys`: whether keys that write a character count, which a reader may refuse
/// (WCAG 2.1.4); arrows write nothing.
pub fn shortcut(press: Press<'_>, single_keys: bool) -> Option<Shortcut> {
    if press.has_modifier || press.is_writing {
        return None;
    }
    match press.key {
        "/" if single_keys => Some(Shortcut::Filter),
        "j" if single_keys => Some(Shortcut::Next),
        "k" if single_keys => Some(Shortcut::Previous),
        "ArrowDown" if press.is_in_list => Some(Shortcut::Next),
        "ArrowUp" if press.is_in_list => Some(Shortcut::Previous),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_count_where_nobody_writes() {
        let page = Press::default();
        let list = Press { is_in_list: true, ..page };
        for (place, key, expected) in [
            (page, "/", Some(Shortcut::Filter)),
            (page, "j", Some(Shortcut::Next)),
            (page, "k", Some(Shortcut::Previous)),
            (page, "J", None),
            (page, "Enter", None),
            (page, "ArrowDown", None),
            (list, "ArrowDown", Some(Shortcut::Next)),
            (list, "ArrowUp", Some(Shortcut::Previous)),
        ] {
            let press = Press { key, ..place };
            assert_eq!(shortcut(press, true), expected, "{press:?}");
            let is_arrow = key.starts_with("Arrow");
            assert_eq!(shortcut(press, false), expected.filter(|_| is_arrow), "{press:?}");
            for silent in [Press { has_modifier: true, ..press }, Press { is_writing: true, ..press }] {
                assert_eq!(shortcut(silent, true), None, "{silent:?}");
            }
        }
    }
}
