//! The licences that others name in another way.

/// A licence: SPDX identifier, name, address of its text, identifier on data.gouv.fr.
pub(super) struct Licence {
    pub(super) spdx: &'static str,
    pub(super) name: &'static str,
    pub(super) url: &'static str,
    pub(super) data_gouv: &'static str,
}

const LICENCES: [Licence; 5] = [
    Licence {
        spdx: "etalab-2.0",
        name: "Licence Ouverte 2.0",
        url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        data_gouv: "lov2",
    },
    Licence {
        spdx: "ODbL-1.0",
        name: "Open Database License 1.0",
        url: "https://opendatacommons.org/licenses/odbl/1-0/",
        data_gouv: "odc-odbl",
    },
    Licence {
        spdx: "CC-BY-4.0",
        name: "Creative Commons Attribution 4.0",
        url: "https://creativecommons.org/licenses/by/4.0/",
        data_gouv: "cc-by",
    },
    Licence {
        spdx: "CC-BY-SA-4.0",
        name: "Creative Commons Attribution Share-Alike 4.0",
        url: "https://creativecommons.org/licenses/by-sa/4.0/",
        data_gouv: "cc-by-sa",
    },
    Licence {
        spdx: "CC0-1.0",
        name: "Creative Commons Zero 1.0",
        url: "https://creativecommons.org/publicdomain/zero/1.0/",
        data_gouv: "cc-zero",
    },
];

/// The licence of this identifier or name.
pub(super) fn licence(text: &str) -> Option<&'static Licence> {
    let text = text.trim();
    LICENCES.iter().find(|known| known.spdx.eq_ignore_ascii_case(text) || known.name.eq_ignore_ascii_case(text))
}
