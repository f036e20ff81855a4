use super::super::directory::Kind;
use super::*;

fn directory() -> Directory {
    let mut directory = Directory::default();
    directory.add(Kind::Api, "api_geo", "API Géo", "", &mut Report::default());
    directory
}

fn convert(source: &str) -> (String, Vec<Rule>) {
    let mut report = Report::default();
    let converted = Converter::new(&directory(), &mut report, "body", 1).convert(source);
    (converted.markdown, report.entries.iter().map(|entry| entry.rule).collect())
}

fn check(source: &str, expected: &str, rules: &[Rule]) {
    assert_eq!(convert(source), (expected.to_owned(), rules.to_vec()), "{source:?}");
}

#[test]
fn converts_the_tags_of_the_former_site() {
    use Rule::{LinkInternal, QuestionTreeAbsent, TagButton, TagDataset, TagExternal, TagQuote, TagWidget};
    check(
        "a\n<Button href='https://a.fr' alt>Voir</Button>\nb",
        "a\n\n[Voir](https://a.fr \"button\")\n\nb",
        &[TagButton],
    );
    check(
        "a <Button href=\"https://a.fr\">x</Button>\n<Button href=\"/les-api/api_geo\"> y </Button>",
        "a\n\n[x](https://a.fr \"button\")\n\n[y](/apis/api-geo \"button\")",
        &[TagButton, LinkInternal, TagButton],
    );
    check("- <Button href=\"https://a.fr\">x</Button>", "- [x](https://a.fr \"button\")", &[TagButton]);
    check(
        "**l'<External href=\"https://a.fr/?a=1&b=2\">article **4** </External>du** code",
        "**l'[article **4**](https://a.fr/?a=1&b=2) du** code",
        &[TagExternal],
    );
    check("le <External href\"https://a.fr\">site</External>.", "le [site](https://a.fr).", &[TagExternal]);
    check(
        "| a |\n|---|\n| <External href='https://a.fr'>l</External> |",
        "| a |\n|---|\n| [l](https://a.fr) |",
        &[TagExternal],
    );
    check(
        "<Quote logo=\"/l.png\" link='https://a.fr' who='Qui' title='rôle'>\nun\n\ndeux\n</Quote>\nb",
        "> un\n>\n> deux\n>\n> — [Qui](https://a.fr), rôle\n\nb",
        &[TagQuote],
    );
    check("<Quote title='T'>x</Quote>", "> x\n>\n> — T", &[TagQuote]);
    check("<Datagouv title=\"Base\" href=\"https://d.fr\" />", "[Base](https://d.fr)", &[TagDataset]);
    assert!(convert("a\n<ApiSireneWidget title='x' />").0.starts_with("a\n\n> [!NOTE]\n> L’ancien site"));
    assert_eq!(convert("<ApiSireneWidget />").1, [TagWidget]);
    let (text, rules) = convert("<NextSteps service_description=\"de la description du cas\" is_editeur={true}/>");
    assert!(text.contains("- la description du cas") && text.contains("pour laquelle vous agissez"), "{text}");
    assert_eq!(rules, [Rule::TagNextSteps]);
    assert_eq!(convert("<QuestionTree tree='api-particulier' question='apipart'/>").1, [Rule::QuestionTreeDead]);
    assert_eq!(convert("<QuestionTree tree='formulaire-unique' question='r2p' />").1, [QuestionTreeAbsent]);
}

#[test]
fn converts_raw_html() {
    use Rule::{HtmlAbbreviation, HtmlComment, HtmlEscaped, HtmlFrame, HtmlImage, HtmlLink, HtmlRemoved};
    check("a <a href=\"mailto:a@b.fr\">a@b.fr</a>", "a [a@b.fr](mailto:a@b.fr)", &[HtmlLink]);
    check(
        "a\n<p style=\"x\"> b <External href=\"#c\">d</External></p>\n\ne",
        "a\n\nb [d](#c)\n\ne",
        &[HtmlRemoved, Rule::TagExternal, HtmlRemoved],
    );
    check(
        "<details>\n    <summary>s</summary>\n    <p>\n    a\n    - b\n</details>",
        "<details>\n<summary>s</summary>\n\na\n- b\n</details>",
        &[Rule::Indentation, HtmlRemoved],
    );
    check(
        "> <img src=\"/images/a.png\" alt= \"vue\" style=\"x\"/>",
        "> [vue](https://api.gouv.fr/images/a.png)",
        &[HtmlImage, Rule::LinkFormerSite],
    );
    check("![](https://a.fr/x.png)", "[Voir l’image](https://a.fr/x.png)", &[HtmlImage]);
    check(
        "<iframe id=\"a\"\n  src=\"https://a.fr/b#c\">\n</iframe>\nd",
        "[Ouvrir la démonstration (a.fr)](https://a.fr/b#c)\n\nd",
        &[HtmlFrame],
    );
    check("le <abbr title=\"Dossier\">DSE</abbr>.", "le DSE (Dossier).", &[HtmlAbbreviation]);
    check("<span role='img'>⚠️</span> a", "⚠️ a", &[HtmlRemoved, HtmlRemoved]);
    check("a <!-- b\n\nc --> d", "a  d", &[HtmlComment]);
    check("x <siren> y", "x \\<siren> y", &[HtmlEscaped]);
    check("a<br/>b < c", "a<br/>b < c", &[]);
}

#[test]
fn leaves_code_and_rewrites_links() {
    use Rule::{LinkDropped, LinkInternal, LinkMail};
    check("`<id>` `` <a> ` `` <b", "`<id>` `` <a> ` `` <b", &[]);
    check(
        "```html\n<iframe src=\"x\"></iframe>\n[a](les-api/x)\n```\n",
        "```html\n<iframe src=\"x\"></iframe>\n[a](les-api/x)\n```",
        &[],
    );
    check(
        "[**a**](/les-api/api_geo) [b](b@c.fr)",
        "[**a**](/apis/api-geo) [b](mailto:b@c.fr)",
        &[LinkInternal, LinkMail],
    );
    check("[a](javascript:x) [b] (c)", "a [b] (c)", &[LinkDropped]);
    check("[a](<https://a.fr/x y> \"t\")", "[a](https://a.fr/x%20y)", &[Rule::LinkEncoded]);
    check(
        "[![alt](https://a.fr/i.png)](https://b.fr)",
        "[[alt](https://a.fr/i.png)](https://b.fr)",
        &[Rule::HtmlImage],
    );
    check("<https://a.fr> <a@b.fr>", "<https://a.fr> <a@b.fr>", &[]);
    check(
        "<https://api.gouv.fr/les-api/api_geo>",
        "[https://api.gouv.fr/les-api/api_geo](/apis/api-geo)",
        &[LinkInternal],
    );
    check("\\[a](b) \\<p>", "\\[a](b) \\<p>", &[]);
    check("[x] fait [ ] à faire", "[x] fait [ ] à faire", &[]);
}

#[test]
fn keeps_actions_apart_and_lines_exact() {
    let mut report = Report::default();
    let source = "a\n\n<Button href=\"https://a.fr\">x</Button>\n\nb [l](https://b.fr)\n<Button href=\"/rechercher-api\">y</Button>";
    let converted = Converter::new(&directory(), &mut report, "text", 7).actions_apart().convert(source);
    assert_eq!(converted.with_actions(|_| false), "a\n\nb [l](https://b.fr)");
    assert_eq!(converted.with_actions(|index| index == 0), "a\n\n[x](https://a.fr \"button\")\n\nb [l](https://b.fr)");
    assert_eq!(converted.actions.iter().map(|link| link.href.as_str()).collect::<Vec<_>>(), ["https://a.fr", "/apis"]);
    assert_eq!(report.entries.iter().map(|entry| entry.line).collect::<Vec<_>>(), [Some(12)]);
}

proptest::proptest! {
    #[test]
    fn never_panics_and_ends(source in proptest::collection::vec(proptest::sample::select(vec![
        "<Button href=\"", "\">", "</Button>", "<External href='/les-api/x'>", "</External>", "<Quote who='a'>", "</Quote>",
        "<p>", "</p>", "<NextSteps/>", "<QuestionTree tree='a'/>", "<a href=", "<img src=\"x\"/>", "<iframe>", "[", "]", "(",
        ")", "![", "`", "```\n", "\n", "\n\n", "- ", "> ", "| ", "    ", "# ", "<!--", "-->", "\\", "é", "https://a.fr", " x ", "<",
        "<details>", "<summary>", "<abbr title='b'>",
    ]), 0..40)) {
        let _ = convert(&source.concat());
    }
}
