//! What can be wrong with YAML whose syntax is right, in words.

use super::DEPTH_LIMIT;
use crate::core::i18n::Text;
use crate::core::problem::{Place, Problem};

/// A problem that has no place yet.
pub(super) struct Finding {
    code: &'static str,
    what: Text,
    mend: Text,
}

impl Finding {
    /// The problem, at a line and a column of `file`.
    pub(super) fn at(self, file: &str, position: Option<(u32, u32)>) -> Problem {
        let (line, column) = position.unzip();
        let place = Place { line, column, ..Place::file(file) };
        Problem::error(self.code, place, self.what, self.mend)
    }
}

/// The rule about depth.
pub(crate) const TOO_DEEP: &str = "too-deep";

/// What stands at `place` was left out: it is deeper than [`DEPTH_LIMIT`].
pub(crate) fn too_deep(place: Place) -> Problem {
    let what = Text::new(
        "Les valeurs sont trop imbriquées\u{202f}: ce qui est ici n’est pas lu.",
        "Values are nested too deeply: what is here is not read.",
    );
    let mend =
        Text::new(format!("Ne pas dépasser {DEPTH_LIMIT} niveaux."), format!("Nest at most {DEPTH_LIMIT} levels."));
    Problem::error(TOO_DEEP, place, what, mend)
}

pub(super) fn duplicate_key(name: &str) -> Finding {
    Finding {
        code: "yaml-duplicate-key",
        what: Text::new(
            format!("La clé « {name} » est écrite deux fois ; la seconde est ignorée."),
            format!("The key `{name}` is written twice; the second is ignored."),
        ),
        mend: Text::new("N’en garder qu’une.", "Keep only one."),
    }
}

pub(super) fn boundless_alias() -> Finding {
    Finding {
        code: "yaml-alias",
        what: Text::new(
            "Ce renvoi (*nom) se contient lui-même ou produit un document démesuré.",
            "This alias (*name) holds itself or makes the document huge.",
        ),
        mend: Text::new("Écrire la valeur au lieu du renvoi.", "Write the value instead of the alias."),
    }
}

pub(super) fn not_mergeable() -> Finding {
    Finding {
        code: "yaml-merge",
        what: Text::new(
            "« << » n’est pas suivi d’un renvoi à des clés.",
            "`<<` is not followed by an alias of a mapping.",
        ),
        mend: Text::new(
            "Écrire « <<: *nom », où &nom désigne des clés.",
            "Write `<<: *name`, where &name marks a mapping.",
        ),
    }
}

pub(super) fn complex_key() -> Finding {
    Finding {
        code: "yaml-key",
        what: Text::new("Une clé n’est pas un texte.", "A key is not a text."),
        mend: Text::new(
            "Mettre la clé entre guillemets, ou entourer de guillemets une valeur qui commence par { ou [.",
            "Quote the key, or quote a value that starts with { or [.",
        ),
    }
}

pub(super) fn second_document() -> Finding {
    Finding {
        code: "yaml-documents",
        what: Text::new(
            "Le fichier contient plusieurs documents YAML ; seul le premier est lu.",
            "The file holds several YAML documents; only the first is read.",
        ),
        mend: Text::new("Supprimer la ligne « --- » et ce qui la suit.", "Remove the line `---` and what follows it."),
    }
}
