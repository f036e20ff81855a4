//! `catalogue new api`: a page to fill in.

use super::build::failed;
use super::report::say;
use crate::core::i18n::Text;
use crate::core::id::Slug;
use std::io::Write;
use std::path::Path;

/// Creates `apis/<slug>/index.md`; refuses to replace a file.
pub(super) fn api(slug: &Slug, content: &Path) -> Result<(), Text> {
    let folder = content.join("apis").join(slug.as_str());
    let path = folder.join("index.md");
    let name = path.display().to_string();
    std::fs::create_dir_all(&folder).map_err(|error| failed(&name, &error))?;
    let file = std::fs::OpenOptions::new().write(true).create_new(true).open(&path);
    let mut file = file.map_err(|error| failed(&name, &error))?;
    file.write_all(TEMPLATE.as_bytes()).map_err(|error| failed(&name, &error))?;
    say(&name.to_string());
    Ok(())
}

const TEMPLATE: &str = "\
---
# yaml-language-server: $schema=../../schema/api.schema.json
title: API …                    # nom, unique dans le catalogue
tagline: …                      # une phrase : ce qu’elle apporte
producer: …                     # nom du fichier de producers/, sans .md
themes: []                      # au moins un thème de themes.yaml
keywords: []                    # mots que les gens cherchent
access:
  kind: open                    # open | account | restricted
  # account_url: https://…      # compte : où le créer
  # request_url: https://…      # habilitation : où la demander
  # max_delay_days: 15
  # audiences:                  # habilitation : réponse par public
  #   - who: [administration, local-authority]
  #     verdict: yes            # yes | conditional | no
  #     legal_basis: …
  #     text: …
# openapi:
#   - file: openapi.yaml        # à côté de cette page, ou url: https://…
# documentation: https://…
# base_url: https://…
# contact: { email: equipe@… }
# service_level:
#   availability: 99.9
#   rate_limits: [{ count: 50, period: second, per: ip }]
# licence: etalab-2.0
created: 2026-01-01
updated: 2026-01-01
---

## À quoi sert cette API ?

## Quelles données ?

## Comment l’appeler ?
";
