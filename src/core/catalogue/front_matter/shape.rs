//! The vocabulary that describes a front matter.

/// What a value must be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Shape {
    /// A text that says something.
    Text,
    /// A [`crate::core::id::Slug`].
    Slug,
    /// A day `yyyy-mm-dd`.
    Date,
    /// An `http` or `https` address.
    Url,
    /// The same, with names in braces to be replaced (RFC 6570).
    UrlTemplate,
    /// An address to which secrets may be sent: a [`crate::core::catalogue::SecureUrl`].
    SecureUrl,
    /// A [`crate::core::path::RelativePath`] of so many names, at least and at most.
    Path(usize, usize),
    /// An e-mail address.
    Email,
    /// A slug or an address.
    SlugOrUrl,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number, between these bounds.
    Integer(u32, u32),
    /// A share, 0 to 100.
    Percent,
    /// `true` or `false`.
    Flag,
    /// At least so many values of one shape.
    List(&'static Shape, usize),
    /// Keys and their values.
    Object(&'static [Field]),
    /// Keys and their values, by the word that the first key holds; each list describes that key too.
    Tagged(&'static str, &'static [(&'static str, &'static [Field])]),
}

/// One key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    /// Its name.
    pub(super) key: &'static str,
    /// What its value must be.
    pub(super) shape: Shape,
    /// Whether the page cannot be right without it.
    pub(super) required: bool,
    /// What it is for, in French.
    pub(super) fr: &'static str,
    /// What it is for, in English.
    pub(super) en: &'static str,
}

/// A key the page cannot be right without.
pub(super) const fn required(key: &'static str, shape: Shape, fr: &'static str, en: &'static str) -> Field {
    Field { key, shape, required: true, fr, en }
}

/// A key that may be left out.
pub(super) const fn optional(key: &'static str, shape: Shape, fr: &'static str, en: &'static str) -> Field {
    Field { key, shape, required: false, fr, en }
}
