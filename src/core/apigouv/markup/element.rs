//! What each tag of the former site becomes.

use super::super::link;
use super::super::rule::Rule;
use super::tag::Tag;
use super::{Converter, Link, mark};

/// Question trees that the former site had deleted, or never had under that name, while pages still named them.
const DEAD_TREES: &[(&str, &str)] = &[("api-particulier", "apipart"), ("france-connected-api", "statutEtudiant")];

const DEAD_TREE: &str = "L’ancien site posait ici des questions pour orienter la demande. Elles avaient été \
    supprimées\u{202f}: écrivez au contact de l’API.";
const ABSENT_TREE: &str =
    "L’ancien site posait ici des questions pour orienter la demande. Elles n’ont pas été reprises.";
const WIDGET: &str = "L’ancien site proposait ici une démonstration interactive. Elle n’a pas été reprise\u{202f}: \
    l’API qu’elle appelait est fermée.";

impl Converter<'_> {
    /// Converts the tag that `rest` begins with, and its content; returns how much of `rest` was used.
    pub(super) fn element(&mut self, tag: &Tag, rest: &str) -> usize {
        let source = rest.get(..tag.length).unwrap_or(rest);
        match tag.name.as_str() {
            "br" | "details" | "summary" => {
                // A block of HTML must begin its line.
                if self.after_block {
                    self.copy(source);
                } else {
                    self.out.push_str(source);
                    self.count_lines(source);
                }
                return tag.length;
            }
            "button" | "buttoncopy" if !tag.closing => return self.button(tag, rest),
            "external" | "richlink" if !tag.closing => return self.tagged_link(tag, rest, Rule::TagExternal),
            "a" if !tag.closing => return self.tagged_link(tag, rest, Rule::HtmlLink),
            "quote" if !tag.closing => return self.quote(tag, rest),
            "iframe" if !tag.closing => return self.frame(tag, rest),
            "abbr" if !tag.closing => return self.abbreviation(tag, rest),
            "img" => {
                let address = tag.attribute_value("src").unwrap_or_default();
                self.image(tag.attribute_value("alt").unwrap_or_default(), address);
            }
            "nextsteps" => {
                self.note(Rule::TagNextSteps, source, "");
                self.block(&next_steps(tag));
            }
            "questiontree" => self.question_tree(tag, source),
            "apisirenewidget" | "geowidget" | "apiparticulierwidget" => {
                self.note(Rule::TagWidget, source, WIDGET);
                self.block(&format!("> [!NOTE]\n> {WIDGET}"));
            }
            "datagouv" | "flatfile" => {
                let address = tag.attribute_value("href").unwrap_or_default().to_owned();
                let label = tag.attribute_value("title").unwrap_or(&address).to_owned();
                self.block("");
                self.anchor(&label, &address, false, Some(Rule::TagDataset));
                self.after_block = true;
            }
            "p" | "div" | "center" | "centered" | "section" | "grid" | "hr" => {
                self.note(Rule::HtmlRemoved, source, "");
                self.block("");
            }
            "b" | "strong" => self.emphasis(source, "**"),
            "i" | "em" => self.emphasis(source, "*"),
            "span" | "font" | "u" | "small" | "big" | "sup" | "sub" | "button" | "buttoncopy" | "external" | "a"
            | "richlink" | "quote" | "iframe" | "abbr" => self.note(Rule::HtmlRemoved, source, ""),
            _ => {
                self.note(Rule::HtmlEscaped, source, "");
                self.write("\\<");
                return 1;
            }
        }
        self.count_lines(source);
        tag.length
    }

    fn emphasis(&mut self, source: &str, sign: &str) {
        self.note(Rule::HtmlRemoved, source, sign);
        self.write(sign);
    }

    /// The converted content of an element and the length of the whole; an element that is never closed has none.
    fn content(&mut self, tag: &Tag, rest: &str) -> (String, usize) {
        let after = rest.get(tag.length..).unwrap_or_default();
        let close = format!("</{}", tag.name);
        let end = after.char_indices().map(|(index, _)| index).find(|index| {
            let end = index + close.len();
            after.get(*index..end).is_some_and(|name| name.eq_ignore_ascii_case(&close))
        });
        self.count_lines(rest.get(..tag.length).unwrap_or_default());
        let closing = end.and_then(|end| Some((end, Tag::read(after.get(end..)?)?)));
        match closing {
            Some((end, closing)) if !tag.self_closing && self.depth < super::DEPTH_LIMIT => {
                let content = self.inside(after.get(..end).unwrap_or_default());
                (content, tag.length + end + closing.length)
            }
            _ => (String::new(), tag.length),
        }
    }

    fn button(&mut self, tag: &Tag, rest: &str) -> usize {
        let (content, used) = self.content(tag, rest);
        let address = tag.attribute_value("href").unwrap_or_default();
        let label = if content.trim().is_empty() { address } else { content.trim() };
        let rewritten = link::rewrite(address, self.directory);
        if let Some(rule) = rewritten.rule {
            self.note(rule, address, rewritten.href.as_deref().unwrap_or_default());
        }
        let Some(href) = rewritten.href else {
            self.block(label);
            return used;
        };
        if self.actions_apart {
            let place = mark(self.actions.len());
            self.actions.push(Link { href, label: label.to_owned() });
            self.block(&place);
        } else {
            self.note(Rule::TagButton, label, &href);
            self.block(&link::markdown(label, &href, true));
        }
        used
    }

    fn tagged_link(&mut self, tag: &Tag, rest: &str, rule: Rule) -> usize {
        let (content, used) = self.content(tag, rest);
        let Some(address) = tag.attribute_value("href") else {
            self.note(Rule::HtmlRemoved, rest.get(..tag.length).unwrap_or_default(), "");
            self.write(&content);
            return used;
        };
        let label = if content.trim().is_empty() { address } else { content.trim() };
        // Spaces inside the tag separate words around it.
        if content.starts_with(char::is_whitespace) {
            self.write(" ");
        }
        self.anchor(label, address, false, Some(rule));
        if content.trim_end().len() < content.len() {
            self.write(" ");
        }
        used
    }

    fn quote(&mut self, tag: &Tag, rest: &str) -> usize {
        let (content, used) = self.content(tag, rest);
        self.note(Rule::TagQuote, &content, "");
        let lines = content.trim().lines().map(|line| format!("> {}", line.trim()).trim_end().to_owned());
        let mut lines: Vec<String> = lines.collect();
        let who = tag.attribute_value("who").or_else(|| tag.attribute_value("title"));
        let role = tag.attribute_value("title").filter(|title| Some(*title) != who);
        if let Some(who) = who {
            let href = tag.attribute_value("link").and_then(|address| link::rewrite(address, self.directory).href);
            let who = href.map_or_else(|| who.to_owned(), |href| link::markdown(who, &href, false));
            let role = role.map(|role| format!(", {role}")).unwrap_or_default();
            lines.extend([">".to_owned(), format!("> — {who}{role}")]);
        }
        self.block(&lines.join("\n"));
        used
    }

    fn frame(&mut self, tag: &Tag, rest: &str) -> usize {
        let (_, used) = self.content(tag, rest);
        let address = tag.attribute_value("src").unwrap_or_default();
        let host = crate::core::address::HttpUrl::parse(address).map(|url| url.host()).unwrap_or_default();
        self.block("");
        self.anchor(&format!("Ouvrir la démonstration ({host})"), address, false, Some(Rule::HtmlFrame));
        self.after_block = true;
        used
    }

    fn abbreviation(&mut self, tag: &Tag, rest: &str) -> usize {
        let (content, used) = self.content(tag, rest);
        let long = tag.attribute_value("title").map(|title| format!(" ({title})")).unwrap_or_default();
        let text = format!("{content}{long}");
        self.note(Rule::HtmlAbbreviation, &content, &text);
        self.write(&text);
        used
    }

    fn question_tree(&mut self, tag: &Tag, source: &str) {
        let value = |name| tag.attribute_value(name).unwrap_or_default();
        let dead = DEAD_TREES.contains(&(value("tree"), value("question")));
        let (rule, sentence) =
            if dead { (Rule::QuestionTreeDead, DEAD_TREE) } else { (Rule::QuestionTreeAbsent, ABSENT_TREE) };
        self.note(rule, source, sentence);
        self.block(sentence);
    }
}

/// What the former site listed as needed for a request.
fn next_steps(tag: &Tag) -> String {
    let organisation =
        if tag.flag("is_editeur") { "de l’organisation pour laquelle vous agissez" } else { "de votre organisation" };
    let description = tag.attribute_value("service_description").unwrap_or("la description de votre service");
    let description = description.strip_prefix("de ").unwrap_or(description);
    format!(
        "Préparez, pour la demande\u{202f}:\n\n\
        - le numéro SIRET {organisation}\u{202f};\n\
        - {description}\u{202f};\n\
        - le cadre juridique qui autorise l’accès aux données\u{202f};\n\
        - les coordonnées de l’équipe\u{202f};\n\
        - celles du délégué à la protection des données et du responsable de traitement."
    )
}
