//! The sentences around the quality of a page. Apart from [`super::Messages`]: loaded with the report.

super::table::sentences! { Judging, judging,
    score: "Note", "Score";
    of_100: "sur 100", "of 100";
    by_family: "Par famille", "By family";
    findings: "Ce qui peut être amélioré, le plus utile d’abord", "What can be improved, the most useful first";
    nothing: "Rien à améliorer.", "Nothing to improve.";
    rule: "Règle\u{202f}:", "Rule:";
    points: "points", "points";
    places: "Où", "Where";
    explained: "Lire le guide", "Read the guide";
    loading: "Lecture de la note…", "Reading the score…";
}
