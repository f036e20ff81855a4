//! The command line: what is asked, in which language, and the exit code (0 clean, 1 problems, 2 wrong usage).

use super::report::{Format, report, say};
use super::{build, content, generate, import, new, openapi, seal};
use crate::core::i18n::{Language, Text};
use crate::core::id::Slug;
use lexopt::prelude::*;
use std::path::PathBuf;
use std::process::ExitCode;

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let fallback = language_of_environment();
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
            format: Format::Text,
            language,
            help: false,
        };
        let (mut operations, mut generation, mut seed) = (None, None, None);
        let mut words = Vec::new();
        while let Some(argument) = parser.next().map_err(same)? {
            match argument {
                Long("content") => arguments.content = parser.value().map_err(same)?.into(),
                Long("out") => arguments.out = Some(parser.value().map_err(same)?.into()),
                Long("dist") => arguments.dist = Some(parser.value().map_err(same)?.into()),
                Long("report") => arguments.report = Some(parser.value().map_err(same)?.into()),
                Long("strict") => arguments.strict = true,
                Long("format") => {
                    let value = text(&mut parser)?;
                    arguments.format = Format::parse(&value).ok_or_else(|| {
                        Text::new("--format attend text, json ou github.", "--format takes text, json or github.")
                    })?;
                }
                Long("openapi-operations") => operations = Some(text(&mut parser)?),
                Long("openapi") => generation = Some(text(&mut parser)?),
                Long("seed") => seed = Some(text(&mut parser)?),
                Long("lang") => {
                    let value = text(&mut parser)?;
                    arguments.language = Language::parse(&value)
                        .ok_or_else(|| Text::new("--lang attend fr ou en.", "--lang takes fr or en."))?;
                }
                Long("help") | Short('h') => arguments.help = true,
                Value(word) => words.push(word.string().map_err(same)?),
                other => return Err(same(other.unexpected())),
            }
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
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
            ["openapi", asked @ ..] => Command::Openapi(openapi::Command::parse(asked).ok_or_else(|| unknown(&words))?),
            _ => return Err(unknown(&words)),
        };
        Ok(arguments)
    }
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
            let clean = report(&problems, arguments.format, arguments.strict, arguments.language);
            return if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
        Command::Build => {
            let (content, problems) = content::load(&arguments.content);
            if !report(&problems, arguments.format, arguments.strict, arguments.language) {
                return ExitCode::FAILURE;
            }
            let out = arguments.out.clone().unwrap_or_else(|| arguments.content.join("data"));
            build::build(&content, &out)
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
        Command::None => Text::new(
            "Usage : catalogue COMMANDE [OPTIONS]\n\n  check        vérifie le contenu\n  build        vérifie, puis écrit les fichiers de données\n  new api NOM  crée une fiche à compléter\n  schema       écrit les schémas JSON des en-têtes\n  import apigouv DOSSIER  reprend les fiches d’api.gouv.fr\n  openapi …    lit un document OpenAPI, compare des valeurs à leurs schémas\n  gen          invente un grand document OpenAPI, pour mesurer\n  seal         termine un site construit : pages, politique de sécurité\n\n  --lang fr|en langue des messages\n  --help       aide d’une commande\n\nCode de sortie : 0 tout va bien, 1 problèmes, 2 mauvais usage.\n",
            "Usage: catalogue COMMAND [OPTIONS]\n\n  check        checks the content\n  build        checks, then writes the data files\n  new api NAME creates a page to fill in\n  schema       writes the JSON Schemas of the front matters\n  import apigouv DIR  brings in the pages of api.gouv.fr\n  openapi …    reads an OpenAPI document, checks values against their schemas\n  gen          makes up a large OpenAPI document, to measure with\n  seal         finishes a built site: pages, security policy\n\n  --lang fr|en language of the messages\n  --help       help of a command\n\nExit code: 0 clean, 1 problems, 2 wrong usage.\n",
        ),
        Command::Check => Text::new(
            "Usage : catalogue check [--content DOSSIER] [--strict] [--format text|json|github]\n\nListe tous les problèmes du contenu (public par défaut), avec fichier, ligne et remède.\n--strict compte aussi les avertissements.\n",
            "Usage: catalogue check [--content DIR] [--strict] [--format text|json|github]\n\nLists every problem of the content (public by default), with file, line and mend.\n--strict counts warnings too.\n",
        ),
        Command::Build => Text::new(
            "Usage : catalogue build [--content DOSSIER] [--out DOSSIER]\n\nVérifie le contenu (public), puis écrit les fichiers de données (CONTENU/data).\nS’arrête sur les erreurs seulement, après les avoir toutes listées.\n",
            "Usage: catalogue build [--content DIR] [--out DIR]\n\nChecks the content (public), then writes the data files (CONTENT/data).\nStops on errors only, after listing them all.\n",
        ),
        Command::Generate(_) => generate::help(),
        Command::Import(_) => Text::new(
            "Usage : catalogue import apigouv DOSSIER --out DOSSIER [--report FICHIER]\n\nReprend les fiches, producteurs, guides et services de l’ancien api.gouv.fr (dossiers api, producteurs,\nguides, service et openapi). --report écrit en JSON chaque changement\u{202f}: fichier, ligne, règle, avant, après.\nLes fichiers déjà présents dans le dossier de sortie sont remplacés quand ils ont le même nom.\n",
            "Usage: catalogue import apigouv DIR --out DIR [--report FILE]\n\nBrings in the pages, producers, guides and services of the former api.gouv.fr (folders api, producteurs,\nguides, service and openapi). --report writes each change as JSON: file, line, rule, before, after.\nFiles already in the output folder are replaced when they have the same name.\n",
        ),
        Command::New(_) => Text::new(
            "Usage : catalogue new api NOM [--content DOSSIER]\n\nCrée apis/NOM/index.md, commentée. Ne remplace jamais un fichier.\n",
            "Usage: catalogue new api NAME [--content DIR]\n\nCreates apis/NAME/index.md, with comments. Never replaces a file.\n",
        ),
        Command::Openapi(_) => openapi::help(),
        Command::Seal => Text::new(
            "Usage : catalogue seal [--dist DOSSIER]\n\nÉcrit une page par adresse, la page 404 et la politique de sécurité dans un site construit (dist).\n",
            "Usage: catalogue seal [--dist DIR]\n\nWrites one page per address, the 404 page and the security policy into a built site (dist).\n",
        ),
        Command::Schema => Text::new(
            "Usage : catalogue schema [--out DOSSIER]\n\nÉcrit les schémas JSON des en-têtes (public/schema).\n",
            "Usage: catalogue schema [--out DIR]\n\nWrites the JSON Schemas of the front matters (public/schema).\n",
        ),
    }
}
