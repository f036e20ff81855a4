//! Whatever fails, and wherever, nothing is lost and nothing is sent twice.

use super::fake::FakeForge;
use super::*;
use crate::core::publication::Silence;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What happens to a request.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Answered,
    /// It never arrives, or is refused with this status.
    Before(u16),
    /// It is done, and no answer comes, or that of a broken proxy.
    After(u16),
    /// The page is closed and opened again before it is sent.
    Reload,
}

fn fates() -> impl Strategy<Value = Vec<Fate>> {
    let status = || prop::sample::select(vec![0_u16, 401, 403, 404, 409, 422, 429, 500, 503]);
    let fate = prop_oneof![
        3 => Just(Fate::Answered),
        2 => status().prop_map(Fate::Before),
        2 => prop::sample::select(vec![0_u16, 500, 502]).prop_map(Fate::After),
        1 => Just(Fate::Reload),
    ];
    prop::collection::vec(fate, 0..25)
}

fn outcome(state: &mut MergeRequest, status: u16) -> Progress {
    match status {
        0 => state.answer(Err(Silence::TimedOut), NOW),
        status => state.answer(Ok(&received(status, &[], "{\"message\":\"no\"}")), NOW),
    }
}

proptest! {
    #![proptest_config(crate::core::testing::cases(1024))]

    #[test]
    fn nothing_is_lost_nor_sent_twice(
        kind in prop::sample::select(ForgeKind::ALL.to_vec()), fates in fates(), held in 0_usize..4,
    ) {
        let mut tree = BTreeMap::from([("README.md".to_owned(), b"x".to_vec())]);
        // Nothing, an older page, the same page, or both.
        for (rank, file) in submission().files().iter().enumerate().take(held % 3) {
            let bytes = if rank == 0 && held > 1 { file.bytes.clone() } else { b"older".to_vec() };
            tree.insert(format!("public/{}", file.path), bytes);
        }
        let mut forge = FakeForge::new(kind, tree.clone());
        let mut state = new(kind);
        let mut fates = fates.into_iter();
        // The last fates are all good ones: it must end soon.
        let mut receipt = None;
        for _ in 0..120 {
            let Some(request) = state.request(&token()) else { break };
            let progress = match fates.next().unwrap_or(Fate::Answered) {
                Fate::Answered => { let answer = forge.answer(&request); state.answer(Ok(&answer), NOW) }
                Fate::Before(status) => outcome(&mut state, status),
                Fate::After(status) => { forge.answer(&request); outcome(&mut state, status) }
                Fate::Reload => {
                    let kept = serde_json::to_string(&state).unwrap();
                    state = serde_json::from_str(&kept).unwrap();
                    Progress::Next
                }
            };
            prop_assert_eq!(state.submission(), &submission(), "the files are still there");
            if let Progress::Done(done) = progress {
                receipt = Some(done);
            }
        }
        prop_assert!(receipt.is_some(), "{:?} {:?}", state, forge);
        prop_assert_eq!(&forge.requests, &vec![state.branch.to_string()], "one merge request");
        prop_assert_eq!(&forge.branches["main"], &tree, "the published branch is not touched");
        for file in submission().files() {
            tree.insert(format!("public/{}", file.path), file.bytes.clone());
        }
        prop_assert_eq!(forge.branches.len(), 2);
        prop_assert_eq!(&forge.branches[state.branch.as_str()], &tree);
        let most = if kind == ForgeKind::Gitlab { 1 } else { submission().files().len() };
        prop_assert!(forge.commits <= most, "no commit is made twice: {}", forge.commits);
    }

    /// Any answer, at any step, is taken without panic and leaves the files.
    #[test]
    fn hostile_answers_change_nothing(
        kind in prop::sample::select(ForgeKind::ALL.to_vec()),
        answers in prop::collection::vec((prop::sample::select(vec![200_u16, 201, 204, 301, 404, 409, 422]), prop::sample::select(vec![
            "", "[]", "{}", "null", "[[]]", "<html>", "{\"sha\":1}", "{\"object\":{\"sha\":\"../x\"}}", "[{\"head\":null}]",
            "{\"object\":{\"sha\":\"1111111111111111111111111111111111111111\"},\"sha\":\"2222222222222222222222222222222222222222\"}",
        ])), 0..40),
    ) {
        let mut state = new(kind);
        for (status, text) in answers {
            state.answer(Ok(&received(status, &[], text)), NOW);
            prop_assert_eq!(state.submission(), &submission());
            if let Some(request) = state.request(&token()) {
                prop_assert!(request.url.starts_with("https://forge.example/api/v") && !request.url.contains(".."));
            }
        }
    }
}

/// Every failure at every request of a whole submission, with what the server answered.
#[test]
fn each_failure_says_why_and_is_resumed() {
    for kind in ForgeKind::ALL {
        for (status, reason) in [
            (401, Reason::Unauthorized),
            (403, Reason::Forbidden),
            (429, Reason::TooMany),
            (500, Reason::Server),
            (503, Reason::Server),
            (302, Reason::Unreadable),
            (0, Reason::Silence(Silence::TimedOut)),
        ] {
            let mut failed = 0;
            for at in 0..20 {
                let mut forge = FakeForge::new(kind, BTreeMap::new());
                let mut state = new(kind);
                for count in 0..40 {
                    let Some(request) = state.request(&token()) else { break };
                    if count == at {
                        let progress = outcome(&mut state, status);
                        let Progress::Failed(failure) = progress else { panic!("{kind:?} {at} {progress:?}") };
                        assert_eq!((failure.reason, failure.said.is_some()), (reason, status != 0));
                        failed += 1;
                    } else {
                        let answer = forge.answer(&request);
                        state.answer(Ok(&answer), NOW);
                    }
                }
                assert_eq!((state.stage(), forge.requests.len()), (Stage::Done, 1), "{kind:?} {at}");
            }
            assert!(failed >= 6, "{failed}");
        }
    }
}

/// A write that is refused for good is not tried for ever, and says what the server answered.
#[test]
fn refusals_end() {
    for kind in ForgeKind::ALL {
        for status in [400, 409, 422] {
            let mut forge = FakeForge::new(kind, BTreeMap::new());
            let mut state = new(kind);
            let mut writes = 0;
            let failure = loop {
                let request = state.request(&token()).unwrap();
                let progress = if request.method == "GET" {
                    let answer = forge.answer(&request);
                    state.answer(Ok(&answer), NOW)
                } else {
                    writes += 1;
                    outcome(&mut state, status)
                };
                if let Progress::Failed(failure) = progress {
                    break failure;
                }
            };
            assert_eq!((writes, failure.said.as_deref(), failure.status), (1, Some("no"), Some(status)), "{kind:?}");
            assert!(state.request(&token()).is_some(), "it can be tried again");
        }
    }
}

#[test]
fn nothing_new_is_said() {
    let tree = submission().files().iter().map(|file| (format!("public/{}", file.path), file.bytes.clone())).collect();
    let mut forge = FakeForge::new(ForgeKind::Gitlab, tree);
    let mut state = new(ForgeKind::Gitlab);
    let failure = loop {
        let answer = forge.answer(&state.request(&token()).unwrap());
        if let Progress::Failed(failure) = state.answer(Ok(&answer), NOW) {
            break failure;
        }
    };
    assert_eq!((failure.reason, forge.commits), (Reason::Unchanged, 0));
}

/// A review on the forge asks for a correction: it joins the request that is open there.
#[test]
fn a_corrected_draft_goes_to_the_request_that_is_open() {
    for kind in ForgeKind::ALL {
        let mut forge = FakeForge::new(kind, BTreeMap::from([("README.md".to_owned(), b"x".to_vec())]));
        let mut send = |submission: &Submission| {
            let mut state =
                MergeRequest::new(&crate::core::publication::testing::forge(kind), submission, "d1").unwrap();
            while let Some(request) = state.request(&token()) {
                let answer = forge.answer(&request);
                assert!(!matches!(state.answer(Ok(&answer), NOW), Progress::Failed(_)), "{kind:?}");
            }
            let branch = forge.branches[state.branch.as_str()].clone();
            (forge.requests.len(), state.path(0), branch)
        };
        let first = submission();
        let mut files = first.files().to_vec();
        files[0].bytes = b"corrected".to_vec();
        let second = Submission::new(first.slug().clone(), first.title(), first.summary(), files).unwrap();
        send(&first);
        let (requests, path, branch) = send(&second);
        assert_eq!((requests, branch[&path].as_slice()), (1, b"corrected".as_slice()), "{kind:?}");
    }
}
