//! [`Kind`]: how a question is answered.

/// How a question, or a column of one, is answered.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Several lines of Markdown.
    Markdown,
    /// The name of a page in its address.
    Slug,
    /// An address of the web.
    Url,
    /// An e-mail address.
    Email,
    /// A day.
    Date,
    /// A share, 0 to 100.
    Percent,
    /// A whole number, between these bounds.
    Integer(u32, u32),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Some of these words.
    Choices(&'static [&'static str]),
    /// Free words.
    Words,
    /// E-mail addresses.
    Emails,
    /// One page of the catalogue.
    Pick(Page),
    /// Some pages of the catalogue.
    Picks(Page),
    /// APIs of the catalogue or addresses, separated by spaces.
    Targets,
    /// A table; the first column tells rows apart.
    Rows(&'static [Column]),
    /// The OpenAPI documents ([`Draft::documents`](crate::core::wizard::Draft)).
    Documents,
}

/// What can be picked from the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// A theme.
    Theme,
    /// A producer, or [`NEW`](crate::core::wizard::questions::Page::NEW).
    Producer,
    /// An API.
    Api,
}

impl Page {
    /// The answer "it is not in the catalogue yet". No slug: it cannot be the name of a page.
    pub const NEW: &'static str = "+";

    /// Whether `typed` says that it is not in the catalogue yet, where the wizard can describe it.
    pub fn may_be_new(self, typed: &str) -> bool {
        self == Self::Producer && typed == Self::NEW
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in drafts.
    pub id: &'static str,
    /// How its cells are filled in; never a list nor a table.
    pub kind: Kind,
    /// Whether cells may stay empty.
    pub optional: bool,
}

/// The form of an answer in a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text, as typed.
    Text,
    /// A list of texts.
    Words,
    /// A list of rows.
    Rows,
    /// Beside the answers: documents.
    Documents,
}

impl Kind {
    /// The form its answers have.
    pub fn shape(self) -> Shape {
        match self {
            Self::Choices(_) | Self::Words | Self::Emails | Self::Picks(_) => Shape::Words,
            Self::Rows(_) => Shape::Rows,
            Self::Documents => Shape::Documents,
            _ => Shape::Text,
        }
    }

    /// The columns of a table, nothing for other kinds.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Rows(columns) => columns,
            _ => &[],
        }
    }
}
