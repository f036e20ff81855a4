//! [`Question`]: every question, in the order in which it is asked.

use super::kind::{Column, Kind, Page};
use super::{Definition, Destination, Step, When};
use std::fmt;

macro_rules! is_optional {
    (required) => {
        false
    };
    (optional) => {
        true
    };
}

macro_rules! questions {
    ($($(#[$doc:meta])* $name:ident $id:literal: $step:ident, $kind:expr, $need:ident, $destination:ident, $when:expr;)*) => {
        /// A question of the wizard. Its name is stable: drafts, comments and findings hold it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "&'static str")]
        pub enum Question { $($(#[$doc])* $name,)* }

        impl Question {
            /// Every question, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// What it is, as data.
            pub fn definition(self) -> Definition {
                match self {
                    $(Self::$name => Definition {
                        id: $id,
                        step: Step::$step,
                        kind: $kind,
                        optional: is_optional!($need),
                        destination: Destination::$destination,
                        when: $when,
                    },)*
                }
            }
        }
    };
}

const ACCOUNT: When = When::Is(Question::Access, &["account"]);
const RESTRICTED: When = When::Is(Question::Access, &["restricted"]);
const NEW_PRODUCER: When = When::Is(Question::Producer, &[Page::NEW]);
const ENDING: When = When::Is(Question::Status, &["deprecated", "retired"]);
const BUNDLED: When = When::Is(Question::Delivery, &["bundle"]);
const UNBUNDLED: When = When::IsNot(Question::Delivery, &["bundle"]);
/// A bundle has its own form of access, which its team keeps.
const OWN_FORM: When = When::All(&[RESTRICTED, UNBUNDLED]);
/// A form that is still to be made has no address yet.
const HAS_ADDRESS: When = When::All(&[OWN_FORM, When::Is(Question::RequestForm, &["datapass-existing", "own"])]);
const DATAPASS: When = When::All(&[OWN_FORM, When::Is(Question::RequestForm, &["datapass"])]);
/// What another page stated stays to be seen, even where it would not be asked for: it is published.
macro_rules! or_brought {
    ($when:expr, $question:ident) => {
        When::Any(&[$when, When::Brought(Question::$question)])
    };
}

const FRANCECONNECT: When = When::Is(Question::FranceConnect, &["compatible", "required"]);

const AUDIENCES: &[&str] =
    &["individual", "company", "association", "administration", "local-authority", "software-publisher"];

const fn needed(id: &'static str, kind: Kind) -> Column {
    Column { id, kind, optional: false }
}

const fn free(id: &'static str, kind: Kind) -> Column {
    Column { id, kind, optional: true }
}

const AUDIENCE_RULE: &[Column] = &[
    needed("who", Kind::Choice(AUDIENCES)),
    needed("verdict", Kind::Choice(&["yes", "conditional", "no"])),
    free("text", Kind::Markdown),
    free("legal-basis", Kind::Line),
    free("request-url", Kind::Url),
    free("alternatives", Kind::Targets),
];

const MODEL: &[Column] = &[
    needed("use-case", Kind::Line),
    needed("legal-basis", Kind::Line),
    free("legal-url", Kind::Url),
    free("data", Kind::Markdown),
];

const SCOPE: &[Column] = &[needed("key", Kind::Line), needed("label", Kind::Line)];

const RATE_LIMIT: &[Column] = &[
    needed("count", Kind::Integer(1, u32::MAX)),
    needed("period", Kind::Choice(&["second", "minute", "hour", "day", "month", "year"])),
    free("every", Kind::Integer(1, 10_000)),
    free("per", Kind::Choice(&["ip", "token", "account"])),
];

const DATASET: &[Column] = &[needed("title", Kind::Line), needed("url", Kind::Url)];

questions! {
    /// What mission the producer has.
    Mission "mission": Prerequisites, Kind::Choice(&["administration", "public-body", "public-service", "none"]),
        required, Team, When::Always;
    /// Whether the API is delivered on its own or through a bundle.
    Delivery "delivery": Prerequisites, Kind::Choice(&["own", "bundle"]), optional, Team, When::Always;
    /// The bundle that delivers it.
    Bundle "bundle": Prerequisites, Kind::Pick(Page::Api), required, Readers, BUNDLED;
    /// Whether the team of the bundle knows of the API.
    BundleAgreed "bundle-agreed": Prerequisites, Kind::Choice(&["yes", "asked", "no"]), required, Team, BUNDLED;

    /// Name.
    Title "title": Description, Kind::Line, required, Readers, When::Always;
    /// One sentence.
    Tagline "tagline": Description, Kind::Line, required, Readers, When::Always;
    /// What opens the page, in the author's own order.
    Introduction "introduction": Description, Kind::Markdown, optional, Readers, When::Always;
    /// What it is for.
    Uses "uses": Description, Kind::Markdown, required, Readers, When::Always;
    /// Which data it gives.
    Data "data": Description, Kind::Markdown, optional, Readers, When::Always;
    /// Who offers it, and who does what.
    OfferedBy "offered-by": Description, Kind::Markdown, optional, Readers, When::Always;
    /// Whom it is for.
    Users "users": Description, Kind::Markdown, optional, Readers, When::Always;
    /// How to use it.
    Usage "usage": Description, Kind::Markdown, required, Readers, When::Always;
    /// Themes.
    Themes "themes": Description, Kind::Picks(Page::Theme), required, Readers, When::Always;
    /// Words that help to find it.
    Keywords "keywords": Description, Kind::Words, optional, Readers, When::Always;
    /// Licence of the data.
    Licence "licence": Description, Kind::Line, optional, Readers, When::Always;
    /// Terms of use.
    Terms "terms": Description, Kind::Url, optional, Readers, When::Always;
    /// How often the data change.
    Frequency "frequency": Description, Kind::Choice(&["continuous", "daily", "weekly", "monthly", "quarterly",
        "biannual", "annual", "irregular"]), optional, Readers, When::Always;
    /// Territory the data cover.
    Coverage "coverage": Description, Kind::Line, optional, Readers, When::Always;
    /// Datasets it gives access to.
    Datasets "datasets": Description, Kind::Rows(DATASET), optional, Readers, When::Always;
    /// Where it is in its life.
    Status "status": Description, Kind::Choice(&["active", "beta", "deprecated", "retired"]), optional, Readers,
        When::Always;
    /// Day it stops answering.
    Sunset "sunset": Description, Kind::Date, optional, Readers, or_brought!(ENDING, Sunset);
    /// API to use instead.
    Replacement "replacement": Description, Kind::Pick(Page::Api), optional, Readers, or_brought!(ENDING, Replacement);
    /// Name of the page in its address.
    Slug "slug": Description, Kind::Slug, optional, Readers, When::New;
    /// Earlier names of the page.
    Aliases "aliases": Description, Kind::Words, optional, Readers, When::Always;

    /// Who answers for it.
    Producer "producer": Producer, Kind::Pick(Page::Producer), required, Readers, When::Always;
    /// Full name of a new producer.
    ProducerName "producer-name": Producer, Kind::Line, required, Readers, NEW_PRODUCER;
    /// Its acronym.
    ProducerAcronym "producer-acronym": Producer, Kind::Line, optional, Readers, NEW_PRODUCER;
    /// Kind of organisation.
    ProducerKind "producer-kind": Producer, Kind::Choice(&["ministry", "public-body", "local-authority", "gip",
        "public-company", "association", "court", "other"]), required, Readers, NEW_PRODUCER;
    /// What it does.
    ProducerText "producer-text": Producer, Kind::Markdown, optional, Readers, NEW_PRODUCER;
    /// Its web site.
    ProducerWebsite "producer-website": Producer, Kind::Url, optional, Readers, NEW_PRODUCER;
    /// Its open-data portal.
    ProducerOpenData "producer-open-data": Producer, Kind::Url, optional, Readers, NEW_PRODUCER;
    /// Portal of its APIs.
    ProducerPortal "producer-portal": Producer, Kind::Url, optional, Readers, NEW_PRODUCER;
    /// Its page in the public directory.
    ProducerDirectory "producer-directory": Producer, Kind::Url, optional, Readers, NEW_PRODUCER;
    /// Its e-mail address.
    ProducerEmail "producer-email": Producer, Kind::Email, optional, Readers, NEW_PRODUCER;
    /// Its contact form.
    ProducerForm "producer-form": Producer, Kind::Url, optional, Readers, NEW_PRODUCER;
    /// Name of its page in its address.
    ProducerSlug "producer-slug": Producer, Kind::Slug, optional, Readers, NEW_PRODUCER;
    /// Other organisations that take part.
    Partners "partners": Producer, Kind::Words, optional, Readers, When::Always;

    /// Its OpenAPI documents.
    Documents "documents": Technical, Kind::Documents, optional, Readers, When::Always;
    /// Root of the calls.
    BaseUrl "base-url": Technical, Kind::Url, optional, Readers, When::Always;
    /// Documentation for humans.
    Documentation "documentation": Technical, Kind::Url, optional, Readers, When::Always;
    /// How it can be tried without asking anybody.
    Trial "trial": Technical, Kind::Choice(&["public", "test-token", "sandbox", "none"]), required, Team,
        When::Always;
    /// Test environment.
    Sandbox "sandbox": Technical, Kind::Url, required, Readers, When::Is(Question::Trial, &["sandbox"]);

    /// How it is reached.
    Access "access": Access, Kind::Choice(&["open", "account", "restricted"]), required, Readers, When::Always;
    /// Where to create the account.
    AccountUrl "account-url": Access, Kind::Url, required, Readers, or_brought!(ACCOUNT, AccountUrl);
    /// The answer for each audience.
    Audiences "audiences": Access, Kind::Rows(AUDIENCE_RULE), required, Readers, or_brought!(RESTRICTED, Audiences);
    /// By which form access is asked for.
    RequestForm "request-form": Access, Kind::Choice(&["datapass", "datapass-existing", "own"]), required, Team, OWN_FORM;
    /// Where to ask for the right.
    RequestUrl "request-url": Access, Kind::Url, required, Readers, or_brought!(HAS_ADDRESS, RequestUrl);
    /// The longest wait for an answer.
    Delay "delay": Access, Kind::Integer(0, 366), optional, Readers, or_brought!(When::IsNot(Question::Access, &["open"]), Delay);
    /// Models of requests, by use case.
    DatapassModels "datapass-models": Access, Kind::Rows(MODEL), optional, Team, DATAPASS;
    /// Sections of the form that are kept.
    DatapassSections "datapass-sections": Access, Kind::Choices(&["personal-data", "volume", "legal"]), optional,
        Team, DATAPASS;
    /// Who decides on requests.
    DatapassInstructors "datapass-instructors": Access, Kind::Emails, required, Team, DATAPASS;
    /// Who reads requests.
    DatapassReaders "datapass-readers": Access, Kind::Emails, optional, Team, DATAPASS;
    /// Where new requests are announced.
    DatapassNotification "datapass-notification": Access, Kind::Email, required, Team, DATAPASS;
    /// Whether the person identifies through FranceConnect.
    FranceConnect "franceconnect": Access, Kind::Choice(&["none", "compatible", "required"]), optional, Readers,
        When::Always;
    /// The data a person lets go through FranceConnect.
    Scopes "scopes": Access, Kind::Rows(SCOPE), required, Readers, FRANCECONNECT;

    /// Share of time it answers.
    Availability "availability": ServiceLevel, Kind::Percent, optional, Readers, When::Always;
    /// Mean response time.
    ResponseTime "response-time": ServiceLevel, Kind::Integer(0, 3_600_000), optional, Readers, When::Always;
    /// Limits on calls.
    RateLimits "rate-limits": ServiceLevel, Kind::Rows(RATE_LIMIT), optional, Readers, When::Always;
    /// What limits cannot say in numbers.
    RateLimitNote "rate-limit-note": ServiceLevel, Kind::Line, optional, Readers, When::Always;
    /// Page that shows whether it answers now.
    StatusUrl "status-url": ServiceLevel, Kind::Url, optional, Readers, When::Always;
    /// Usage statistics.
    UsageUrl "usage-url": ServiceLevel, Kind::Url, optional, Readers, When::Always;

    /// Generic e-mail address.
    ContactEmail "contact-email": Contact, Kind::Email, required, Readers, When::Always;
    /// Contact form.
    ContactForm "contact-form": Contact, Kind::Url, optional, Readers, When::Always;
    /// Whom the team of the catalogue may ask.
    Correspondent "correspondent": Contact, Kind::Line, optional, Team, When::Always;
    /// Their e-mail address.
    CorrespondentEmail "correspondent-email": Contact, Kind::Email, optional, Team, When::Always;
    /// What the team should know.
    Message "message": Contact, Kind::Markdown, optional, Team, When::Always;
}

impl Question {
    /// Its name in drafts, addresses and findings.
    pub fn id(self) -> &'static str {
        self.definition().id
    }

    /// The question of that name.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|question| question.id() == id)
    }
}

impl fmt::Display for Question {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

impl TryFrom<String> for Question {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is no question"))
    }
}

impl From<Question> for &'static str {
    fn from(question: Question) -> Self {
        question.id()
    }
}
