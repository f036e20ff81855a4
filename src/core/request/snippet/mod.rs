//! Snippets: the request, as code to copy, for each tool and language.
//!
//! A snippet sends the very request that the page sends: same target, headers and body, whatever characters they
//! hold. One file for each target over [`plan`] (what to write) and [`quote`] (how to write text).

mod csharp;
mod curl;
mod go;
mod httpie;
mod java;
mod javascript;
mod kotlin;
mod php;
mod plan;
mod power_query;
mod python;
mod quote;
mod r;
mod raw;
mod ruby;
mod rust;
mod shell;
#[cfg(test)]
mod tests;
mod wget;

use super::message::Request;

/// The request for curl in bash. Apart from [`snippet`]: whoever needs only this does not load the other targets.
pub fn curl(request: &Request, redaction: Redaction) -> String {
    curl::write(request, redaction, curl::Shell::Bash)
}

/// Whether secrets are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Redaction {
    /// A variable stands for each secret.
    #[default]
    Variables,
    /// The person asked to see them.
    Shown,
}

/// A tool or a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// curl in bash.
    CurlBash,
    /// curl in PowerShell 7.3 or later.
    CurlPowerShell,
    /// HTTPie in bash.
    Httpie,
    /// Wget in bash.
    Wget,
    /// The message itself, as `.http` files have it.
    Http,
    /// JavaScript in a page.
    JavaScript,
    /// Node.js, 18 or later.
    Node,
    /// Python with requests.
    PythonRequests,
    /// Python with HTTPX.
    PythonHttpx,
    /// R with httr2.
    R,
    /// PHP with its curl extension.
    Php,
    /// Java, 16 or later.
    Java,
    /// Kotlin with OkHttp.
    Kotlin,
    /// C# with `HttpClient`.
    CSharp,
    /// Go.
    Go,
    /// Rust with reqwest.
    Rust,
    /// Ruby.
    Ruby,
    /// The M language of Power Query.
    PowerQuery,
}

impl Target {
    /// Every target, in the order they are offered.
    pub const ALL: [Self; 18] = [
        Self::CurlBash,
        Self::CurlPowerShell,
        Self::Httpie,
        Self::Wget,
        Self::Http,
        Self::JavaScript,
        Self::Node,
        Self::PythonRequests,
        Self::PythonHttpx,
        Self::R,
        Self::Php,
        Self::Java,
        Self::Kotlin,
        Self::CSharp,
        Self::Go,
        Self::Rust,
        Self::Ruby,
        Self::PowerQuery,
    ];

    /// Stable name, for addresses and storage.
    pub fn id(self) -> &'static str {
        self.facts().0
    }

    /// What the list shows: a proper name, the same in every language.
    pub fn label(self) -> &'static str {
        self.facts().1
    }

    /// The language to colour the code as.
    pub fn language(self) -> &'static str {
        self.facts().2
    }

    /// The target of this `id`.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.id() == id)
    }

    fn facts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::CurlBash => ("curl", "cURL", "bash"),
            Self::CurlPowerShell => ("curl-powershell", "cURL (PowerShell 7)", "powershell"),
            Self::Httpie => ("httpie", "HTTPie", "bash"),
            Self::Wget => ("wget", "Wget", "bash"),
            Self::Http => ("http", "HTTP", "http"),
            Self::JavaScript => ("javascript", "JavaScript (fetch)", "javascript"),
            Self::Node => ("node", "Node.js", "javascript"),
            Self::PythonRequests => ("python-requests", "Python (requests)", "python"),
            Self::PythonHttpx => ("python-httpx", "Python (httpx)", "python"),
            Self::R => ("r", "R (httr2)", "r"),
            Self::Php => ("php", "PHP", "php"),
            Self::Java => ("java", "Java", "java"),
            Self::Kotlin => ("kotlin", "Kotlin (OkHttp)", "kotlin"),
            Self::CSharp => ("csharp", "C#", "csharp"),
            Self::Go => ("go", "Go", "go"),
            Self::Rust => ("rust", "Rust (reqwest)", "rust"),
            Self::Ruby => ("ruby", "Ruby", "ruby"),
            Self::PowerQuery => ("power-query", "Power Query (Excel, Power BI)", "powerquery"),
        }
    }
}

/// `request` as code for `target`. Ends with a line break.
pub fn snippet(target: Target, request: &Request, redaction: Redaction) -> String {
    match target {
        Target::CurlBash => curl(request, redaction),
        Target::CurlPowerShell => curl::write(request, redaction, curl::Shell::PowerShell),
        Target::Httpie => httpie::write(request, redaction),
        Target::Wget => wget::write(request, redaction),
        Target::Http => raw::write(request, redaction),
        Target::JavaScript => javascript::write(request, redaction, javascript::Runtime::Browser),
        Target::Node => javascript::write(request, redaction, javascript::Runtime::Node),
        Target::PythonRequests => python::write(request, redaction, python::Library::Requests),
        Target::PythonHttpx => python::write(request, redaction, python::Library::Httpx),
        Target::R => r::write(request, redaction),
        Target::Php => php::write(request, redaction),
        Target::Java => java::write(request, redaction),
        Target::Kotlin => kotlin::write(request, redaction),
        Target::CSharp => csharp::write(request, redaction),
        Target::Go => go::write(request, redaction),
        Target::Rust => rust::write(request, redaction),
        Target::Ruby => ruby::write(request, redaction),
        Target::PowerQuery => power_query::write(request, redaction),
    }
}
