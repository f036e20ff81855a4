//! The command line: what is asked, in which language, and the exit code (0 clean, 1 problems, 2 wrong usage).

use super::report::{Format, report, say};
use super::{build, content, generate, import, lint, new, openapi, seal};
use crate::core::i18n::{Language, Text};
use crate::core::id::Slug;
use lexopt::prelude::*;
use std::path::PathBuf;
use std::process::ExitCode;

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let fallback = language_of_arguments(std::env::args_os().map(|one| one.to_string_lossy().into_owned()))
        .unwrap_or_else(language_of_environment);
    match Arguments::parse(lexopt::Parser::from_env(), fallback) {
        Ok(arguments) => execute(&arguments),
        Err(error) => {
            eprintln!("catalogue: {}", error.get(fallback));
            eprintln!("{}", hint().get(fallback));
            ExitCode::from(2)
        }
    }
}

/// What was asked.
struct Arguments {
    command: Command,
    content: PathBuf,
    out: Option<PathBuf>,
    dist: Option<PathBuf>,
    report: Option<PathBuf>,
    strict: bool,
    all: bool,
    least: u32,
    format: Format,
    language: Language,
    help: bool,
}

enum Command {
    None,
    Build,
    Check,
    Generate(Option<generate::Asked>),
    Import(PathBuf),
    Lint(lint::Asked),
    New(Slug),
    Openapi(openapi::Command),
    Seal,
    Schema,
}

impl Arguments {
    fn parse(mut parser: lexopt::Parser, language: Language) -> Result<Self, Text> {
        let mut arguments = Self {
            command: Command::None,
            content: PathBuf::from("public"),
            out: None,
            dist: None,
            report: None,
            strict: false,
            all: false,
            least: 0,
            format: Format::Text,
            language,
            help: false,
        };
        let (mut operations, mut generation, mut seed) = (None, None, None);
        let mut words = Vec::new();
        let mut format = None;
        let mut options = Vec::new();
        while let Some(argument) = parser.next().map_err(same)? {
            match argument {
                Long("content") => arguments.content = parser.value().map_err(same)?.into(),
                Long("out") => arguments.out = Some(parser.value().map_err(same)?.into()),
                Long("dist") => arguments.dist = Some(parser.value().map_err(same)?.into()),
                Long("report") => arguments.report = Some(parser.value().map_err(same)?.into()),
                Long("strict") => arguments.strict = true,
                Long("all") => arguments.all = true,
                Long("min-score") => {
                    let least = text(&mut parser)?.parse().ok().filter(|least| *least <= 100);
                    arguments.least = least.ok_or_else(|| {
                        Text::new(
                            "--min-score attend un nombre de 0 à 100.",
                            "--min-score takes a number from 0 to 100.",
                        )
                    })?;
                }
                Long("format") => format = Some(text(&mut parser)?),
                Long("openapi-operations") => operations = Some(text(&mut parser)?),
                Long("openapi") => generation = Some(text(&mut parser)?),
                Long("seed") => seed = Some(text(&mut parser)?),
                Long("lang") => {
                    let value = text(&mut parser)?;
                    arguments.language = Language::parse(&value)
                        .ok_or_else(|| Text::new("--lang attend fr ou en.", "--lang takes fr or en."))?;
                }
                Long("help") | Short('h') => arguments.help = true,
                Long(name) if openapi::OPTIONS.iter().any(|(known, _)| *known == name) => {
                    let takes_value = openapi::OPTIONS.contains(&(name, true));
                    let name = name.to_owned();
                    let value =
                        if takes_value { parser.value().map_err(same)?.string().map_err(same)? } else { String::new() };
                    options.push((name, value));
                }
                Value(word) => words.push(word.string().map_err(same)?),
                other => return Err(same(other.unexpected())),
            }
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if let Some((name, _)) = options.first().filter(|_| !words.starts_with(&["openapi", "snippet"])) {
            return Err(Text::new(
                format!("--{name} ne sert qu’à openapi snippet."),
                format!("--{name} is for openapi snippet only."),
            ));
        }
        arguments.command = match words.as_slice() {
            [] => Command::None,
            ["build"] => Command::Build,
            ["check"] => Command::Check,
            ["seal"] => Command::Seal,
            ["schema"] => Command::Schema,
            ["gen"] if arguments.help => Command::Generate(None),
            ["gen"] => {
                let asked = generate::Asked::parse(operations.as_deref(), generation.as_deref(), seed.as_deref())?;
                Command::Generate(Some(asked))
            }
            ["import", ..] if arguments.help => Command::Import(PathBuf::new()),
            ["import", "apigouv", folder] => Command::Import(PathBuf::from(folder)),
            ["lint"] if arguments.all || arguments.help => Command::Lint(lint::Asked::All),
            ["lint", one] if !arguments.all => Command::Lint(lint::Asked::One((*one).to_owned())),
            ["lint", ..] => {
                return Err(Text::new(
                    "lint attend le nom d’une API, un fichier, ou --all.",
                    "lint takes the name of an API, a file, or --all.",
                ));
            }
            ["new"] | ["new", "api"] if arguments.help => Command::None,
            ["new", "api", slug] => Command::New(Slug::parse(slug).ok_or_else(|| {
                Text::new(
                    format!(
                        "«\u{202f}{slug}\u{202f}» n’est pas un nom de page\u{202f}: minuscules, chiffres et tirets."
                    ),
                    format!("`{slug}` is not a page name: lower-case letters, digits and hyphens."),
                )
            })?),
            ["openapi", ..] if arguments.help => Command::Openapi(openapi::Command::Help),
            ["openapi", asked @ ..] => {
                Command::Openapi(openapi::Command::parse(asked, &options).ok_or_else(|| unknown(&words))?)
            }
            _ => return Err(unknown(&words)),
        };
        if let Some(name) = format.filter(|_| !arguments.help) {
            arguments.choose_format(&name).map_err(|known| wrong_format(&words, known))?;
        }
        Ok(arguments)
    }

    /// Chooses the format called `name`; the names the command knows when it is none of them.
    fn choose_format(&mut self, name: &str) -> Result<(), &'static [&'static str]> {
        match &mut self.command {
            Command::Check | Command::Build | Command::Lint(_) => {
                self.format = Format::parse(name).ok_or(Format::NAMES)?;
                Ok(())
            }
            Command::Openapi(asked) => asked.choose_format(name),
            Command::None
            | Command::Generate(_)
            | Command::Import(_)
            | Command::New(_)
            | Command::Seal
            | Command::Schema => Err(&[]),
        }
    }
}

/// What is said of a format that the command `words` does not know.
fn wrong_format(words: &[&str], known: &[&str]) -> Text {
    let asked = words.get(..words.len().min(if words.first() == Some(&"openapi") { 2 } else { 1 }));
    let asked = asked.unwrap_or_default().join(" ");
    let Some((last, others)) = known.split_last() else {
        return Text::new(format!("{asked} n’a pas d’option --format."), format!("{asked} has no option --format."));
    };
    let others = others.join(", ");
    Text::new(
        format!("{asked} attend --format {others} ou {last}."),
        format!("{asked} takes --format {others} or {last}."),
    )
}

/// The value of an option.
fn text(parser: &mut lexopt::Parser) -> Result<String, Text> {
    parser.value().map_err(same)?.string().map_err(same)
}

fn unknown(words: &[&str]) -> Text {
    let asked = words.join(" ");
    Text::new(format!("La commande «\u{202f}{asked}\u{202f}» n’existe pas."), format!("There is no command `{asked}`."))
}

/// An error of the argument parser, which speaks English.
fn same(error: lexopt::Error) -> Text {
    Text::new(error.to_string(), error.to_string())
}

fn out_missing() -> Text {
    Text::new("import attend --out DOSSIER.", "import takes --out DIR.")
}

fn hint() -> Text {
    Text::new("Voir catalogue --help.", "See catalogue --help.")
}

/// The language asked for, wherever it stands: what is wrong with the other arguments is said in it.
fn language_of_arguments(arguments: impl Iterator<Item = String>) -> Option<Language> {
    let arguments: Vec<String> = arguments.collect();
    let apart = arguments.iter().zip(arguments.iter().skip(1)).find(|(name, _)| *name == "--lang");
    let joined = arguments.iter().find_map(|argument| argument.strip_prefix("--lang="));
    Language::parse(apart.map(|(_, tag)| tag.as_str()).or(joined)?)
}

fn language_of_environment() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    set.filter_map(|value| Language::parse(value.split('.').next().unwrap_or_default())).next().unwrap_or_default()
}

fn execute(arguments: &Arguments) -> ExitCode {
    if arguments.help {
        say(help(&arguments.command).get(arguments.language));
        return ExitCode::SUCCESS;
    }
    let done = match &arguments.command {
        Command::None => {
            eprint!("{}", help(&Command::None).get(arguments.language));
            return ExitCode::from(2);
        }
        Command::Check => {
            let (_, problems) = content::load(&arguments.content);
            let clean = report(&problems, &arguments.content, arguments.format, arguments.strict, arguments.language);
            return if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
        Command::Build => {
            let (content, problems) = content::load(&arguments.content);
            if !report(&problems, &arguments.content, arguments.format, arguments.strict, arguments.language) {
                return ExitCode::FAILURE;
            }
            let out = arguments.out.clone().unwrap_or_else(|| arguments.content.join("data"));
            build::build(&content, &out)
        }
        Command::Lint(asked) => {
            match lint::run(asked, &arguments.content, arguments.least, arguments.format, arguments.language) {
                Ok(true) => Ok(()),
                Ok(false) => return ExitCode::FAILURE,
                Err(error) => Err(error),
            }
        }
        Command::Generate(asked) => {
            asked.as_ref().map_or(Ok(()), |asked| generate::run(asked, arguments.out.as_deref()))
        }
        Command::Import(source) => {
            let Some(out) = &arguments.out else {
                eprintln!("catalogue: {}", out_missing().get(arguments.language));
                return ExitCode::from(2);
            };
            import::run(source, out, arguments.report.as_deref(), arguments.language)
        }
        Command::Openapi(asked) => {
            return match openapi::run(asked, arguments.language) {
                Ok(true) => ExitCode::SUCCESS,
                Ok(false) => ExitCode::FAILURE,
                Err(error) => {
                    eprintln!("catalogue: {}", error.get(arguments.language));
                    ExitCode::from(2)
                }
            };
        }
        Command::New(slug) => new::api(slug, &arguments.content),
        Command::Seal => {
            let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
            seal::seal(&arguments.dist.clone().or(staging).unwrap_or_else(|| PathBuf::from("dist")))
        }
        Command::Schema => build::schemas(&arguments.out.clone().unwrap_or_else(|| arguments.content.join("schema"))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("catalogue: {}", error.get(arguments.language));
            ExitCode::FAILURE
        }
    }
}

fn help(command: &Command) -> Text {
    match command {
        Command::None => Text::new(include_str!("help/catalogue.fr.txt"), include_str!("help/catalogue.en.txt")),
        Command::Check => Text::new(include_str!("help/check.fr.txt"), include_str!("help/check.en.txt")),
        Command::Build => Text::new(include_str!("help/build.fr.txt"), include_str!("help/build.en.txt")),
        Command::Generate(_) => generate::help(),
        Command::Import(_) => Text::new(include_str!("help/import.fr.txt"), include_str!("help/import.en.txt")),
        Command::Lint(_) => Text::new(include_str!("help/lint.fr.txt"), include_str!("help/lint.en.txt")),
        Command::New(_) => Text::new(include_str!("help/new.fr.txt"), include_str!("help/new.en.txt")),
        Command::Openapi(_) => openapi::help(),
        Command::Seal => Text::new(include_str!("help/seal.fr.txt"), include_str!("help/seal.en.txt")),
        Command::Schema => Text::new(include_str!("help/schema.fr.txt"), include_str!("help/schema.en.txt")),
    }
}
