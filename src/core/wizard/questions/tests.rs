use super::*;
use crate::core::wizard::draft::{Answer, Origin};
use std::collections::HashSet;

fn draft(answers: &[(Question, &str)]) -> Draft {
    let mut draft = Draft::new("d");
    for (question, text) in answers {
        draft.set(*question, Answer::Text((*text).to_owned()), Origin::Typed);
    }
    draft
}

#[test]
fn names_are_unique_and_read_back() {
    let ids: HashSet<&str> = Question::ALL.iter().map(|question| question.id()).collect();
    assert_eq!(ids.len(), Question::ALL.len());
    for question in Question::ALL {
        assert_eq!(Question::parse(question.id()), Some(*question));
        let json = serde_json::to_string(question).unwrap();
        assert_eq!(json, format!("\"{question}\""));
        assert_eq!(serde_json::from_str::<Question>(&json).unwrap(), *question);
        let columns: HashSet<&str> = question.definition().kind.columns().iter().map(|column| column.id).collect();
        assert_eq!(columns.len(), question.definition().kind.columns().len());
    }
    for step in Step::ALL {
        assert_eq!(Step::parse(step.id()), Some(step));
    }
    assert_eq!((Question::parse("x"), Step::parse("x")), (None, None));
}

#[test]
fn every_question_is_asked_by_one_step_in_order() {
    let by_steps: Vec<Question> = Step::ALL.into_iter().flat_map(Step::questions).collect();
    assert_eq!(by_steps, Question::ALL);
}

#[test]
fn cells_are_texts() {
    let columns = Question::ALL.iter().flat_map(|question| question.definition().kind.columns());
    assert!(columns.clone().all(|column| column.kind.shape() == Shape::Text) && columns.count() > 10);
}

#[test]
fn open_and_account_flows_are_shorter() {
    let count = |kind: &str| shown(Step::Access, &draft(&[(Question::Access, kind)])).count();
    assert_eq!((count(""), count("open"), count("account"), count("restricted")), (3, 2, 4, 5));
}

#[test]
fn a_bundle_branches() {
    let own = draft(&[(Question::Access, "restricted"), (Question::RequestForm, "datapass")]);
    assert!(is_shown(Question::DatapassInstructors, &own) && !is_shown(Question::Bundle, &own));
    let mut bundle = own;
    bundle.set(Question::Delivery, Answer::Text("bundle".into()), Origin::Typed);
    // The form was chosen, yet is not asked any more: what depended on it is not either.
    for question in [Question::RequestForm, Question::DatapassInstructors, Question::DatapassNotification] {
        assert!(!is_shown(question, &bundle), "{question}");
    }
    assert!(is_shown(Question::Bundle, &bundle) && is_shown(Question::BundleAgreed, &bundle));
}

#[test]
fn a_new_producer_is_described() {
    let asked = |producer: &str| shown(Step::Producer, &draft(&[(Question::Producer, producer)])).count();
    assert_eq!((asked("dinum"), asked(Page::NEW)), (2, 13));
}
