//! [`Asked`]: what a person fills in to get a token, whichever way they choose.
//!
//! Never here: the form itself, the requests it leads to ([`super::grant`], [`super::Pending`]).

use super::grant::{Client, ClientAuthentication, Grant};
use crate::core::openapi::FlowKind;

/// Parameters added by a person.
const MOST: usize = 50;

/// What a person fills in to get a token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Rank of the way chosen among those that the document or the server describes.
    pub flow: usize,
    /// `client_id`.
    pub client_id: String,
    /// `client_secret`; empty for a public client.
    pub client_secret: String,
    /// How the secret is shown.
    pub authentication: ClientAuthentication,
    /// The scopes to ask for.
    pub scopes: Vec<String>,
    /// User name, where a server wants it from here.
    pub user: String,
    /// Password, where a server wants it from here.
    pub password: String,
    /// Other parameters, as typed: `audience=https://api.example.fr`, one on a line.
    pub extra: String,
}

/// Rank of the way to begin with: the safest of those there are.
pub fn preferred(kinds: impl Iterator<Item = FlowKind>) -> usize {
    let safety = |kind: &FlowKind| match kind {
        FlowKind::AuthorizationCode => 0,
        FlowKind::ClientCredentials => 1,
        FlowKind::DeviceAuthorization => 2,
        FlowKind::Password => 3,
        FlowKind::Implicit => 4,
    };
    kinds.enumerate().min_by_key(|(_, kind)| safety(kind)).map_or(0, |(rank, _)| rank)
}

/// What a person has to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// `client_id`.
    ClientId,
    /// `client_secret`.
    ClientSecret,
    /// User name and password.
    Account,
}

impl Field {
    /// What each way needs: all of them, and what may stay empty.
    pub fn of(kind: FlowKind) -> &'static [(Self, bool)] {
        use Field::{Account, ClientId, ClientSecret};
        match kind {
            FlowKind::Implicit => &[(ClientId, true)],
            FlowKind::ClientCredentials => &[(ClientId, true), (ClientSecret, true)],
            FlowKind::Password => &[(Account, true), (ClientId, false), (ClientSecret, false)],
            FlowKind::AuthorizationCode | FlowKind::DeviceAuthorization => &[(ClientId, true), (ClientSecret, false)],
        }
    }
}

impl Asked {
    /// What is needed for a token in this way and not there yet.
    pub fn lacking(&self, kind: FlowKind) -> Option<Field> {
        let lacks = |field: Field| match field {
            Field::ClientId => self.client_id.trim().is_empty(),
            Field::ClientSecret => self.client_secret.is_empty(),
            Field::Account => self.user.is_empty(),
        };
        Field::of(kind).iter().find(|(field, needed)| *needed && lacks(*field)).map(|(field, _)| *field)
    }

    /// Who asks. A secret typed for another way stays here.
    pub fn client(&self, kind: FlowKind) -> Client<'_> {
        let shows_secret = Field::of(kind).iter().any(|(field, _)| *field == Field::ClientSecret);
        Client {
            id: self.client_id.trim(),
            secret: Some(self.client_secret.as_str()).filter(|secret| shows_secret && !secret.is_empty()),
            authentication: self.authentication,
        }
    }

    /// What is changed for a token, in the ways that need no page.
    pub fn grant(&self, kind: FlowKind) -> Option<Grant<'_>> {
        match kind {
            FlowKind::ClientCredentials => Some(Grant::ClientCredentials),
            FlowKind::Password => Some(Grant::Password { user: &self.user, password: &self.password }),
            FlowKind::AuthorizationCode | FlowKind::Implicit | FlowKind::DeviceAuthorization => None,
        }
    }

    /// The parameters added, as they will be sent. A line without `=` is none.
    pub fn extra(&self) -> Vec<(String, String)> {
        let pairs = self.extra.lines().filter_map(|line| line.split_once('='));
        let trimmed = pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()));
        trimmed.filter(|(name, _)| !name.is_empty()).take(MOST).collect()
    }

    /// Forgets what proves who asks.
    pub fn forget_secrets(&mut self) {
        self.client_secret.clear();
        self.user.clear();
        self.password.clear();
    }

    /// Asks for a scope, or no more.
    pub fn set_scope(&mut self, scope: &str, is_asked: bool) {
        self.scopes.retain(|other| other != scope);
        if is_asked {
            self.scopes.push(scope.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_says_what_it_lacks() {
        let filled = |client_id: &str, client_secret: &str, user: &str| Asked {
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            user: user.into(),
            ..Asked::default()
        };
        for (kind, asked, lacking, secret) in [
            (FlowKind::AuthorizationCode, filled("", "", ""), Some(Field::ClientId), None),
            (FlowKind::AuthorizationCode, filled(" c ", "", ""), None, None),
            (FlowKind::AuthorizationCode, filled("c", "s", ""), None, Some("s")),
            (FlowKind::Implicit, filled("c", "s", ""), None, None),
            (FlowKind::ClientCredentials, filled("c", "", ""), Some(Field::ClientSecret), None),
            (FlowKind::ClientCredentials, filled("c", "s", ""), None, Some("s")),
            (FlowKind::Password, filled("", "", ""), Some(Field::Account), None),
            (FlowKind::Password, filled("", "", "u"), None, None),
            (FlowKind::DeviceAuthorization, filled(" ", "", ""), Some(Field::ClientId), None),
        ] {
            assert_eq!(asked.lacking(kind), lacking, "{kind:?} {asked:?}");
            let client = asked.client(kind);
            assert_eq!((client.id, client.secret), (asked.client_id.trim(), secret), "{kind:?} {asked:?}");
        }
    }

    #[test]
    fn the_safest_way_comes_first() {
        for (kinds, expect) in [
            (vec![], 0),
            (vec![FlowKind::Implicit, FlowKind::AuthorizationCode], 1),
            (vec![FlowKind::Password, FlowKind::Implicit, FlowKind::ClientCredentials], 2),
        ] {
            assert_eq!(preferred(kinds.into_iter()), expect);
        }
    }

    #[test]
    fn parameters_are_read_line_by_line() {
        let asked =
            Asked { extra: "audience = https://a.fr/?x=1\n\nnothing\n=v\nresource=\n".into(), ..Asked::default() };
        let expect = [("audience", "https://a.fr/?x=1"), ("resource", "")];
        assert_eq!(asked.extra(), expect.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let endless = Asked { extra: "a=b\n".repeat(10_000), ..Asked::default() };
        assert_eq!(endless.extra().len(), MOST);
    }

    #[test]
    fn scopes_are_asked_for_once() {
        let mut asked = Asked::default();
        for (scope, is_asked) in [("a", true), ("b", true), ("a", true), ("b", false), ("c", false)] {
            asked.set_scope(scope, is_asked);
        }
        assert_eq!(asked.scopes, ["a"]);
    }
}
