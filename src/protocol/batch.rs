use crate::card::{Card, Json, UserId, string_or_integer};
use crate::error::{Error, ErrorKind};
use crate::protocol::answer::{Answer, Body, Fields, Reply};
use crate::protocol::{Call, Family};
use crate::strings::{concat, decimal};
use alloc::string::String;
use alloc::vec::Vec;

/// The same asked of the personal cards of several users, in one request (docs/portal.md §5).
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// What is asked of each user's card.
    pub command: BatchCommand,
    /// Whose cards; [`Batch::MAX`] at the most.
    pub users: Vec<UserId>,
}

/// What each command of a batch does. Layouts are not saved in batches: the portal would expand `$result[x]` in their titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchCommand {
    /// Read the saved layout.
    Get,
    /// Remove the saved layout.
    Reset,
}

impl BatchCommand {
    /// The call that asks it of one user's card.
    pub(crate) const fn of(self, user: Option<UserId>) -> Call {
        match self {
            Self::Get => Call::Get(Card::Personal(user)),
            Self::Reset => Call::Reset(Card::Personal(user)),
        }
    }
}

impl Batch {
    /// The portal takes no more commands at once.
    pub const MAX: usize = 50;

    /// Each user's call, and the key of its answer. The keys begin with a letter: with numbers, the portal would make lists of
    /// the answer's containers.
    pub(crate) fn calls(&self) -> impl Iterator<Item = (String, Call)> {
        self.users.iter().map(|user| (key(*user), self.command.of(Some(*user))))
    }

    /// The parameters of the method `batch`: each command is a string, a method with its query.
    pub(crate) fn parameters(&self, family: Family) -> Json {
        let mut commands = Json::Object(Vec::with_capacity(self.users.len()));
        for (key, call) in self.calls() {
            commands.put(&key, Json::String(command(&call, family)));
        }
        let mut parameters = Json::Object(Vec::with_capacity(2));
        parameters.put("halt", Json::Number(0.0));
        parameters.put("cmd", commands);
        parameters
    }
}

/// Takes a user's own answer out of the containers of a batch's answer. An error wins over a result beside it. A user in
/// neither container has no answer.
pub(crate) fn take_answer(containers: &mut Json, user: UserId) -> Result<Answer<Json>, Error> {
    let key = key(user);
    let mut take = |container: &str| containers.get_mut(container)?.take(&key);
    let mut fields = Fields { time: take("result_time"), ..Fields::default() };
    match take("result_error") {
        Some(mut error) => {
            fields.error = Some(error.take("error").unwrap_or(Json::Null));
            fields.error_description = error.take("error_description");
        }
        None => fields.result = take("result"),
    }
    let answer = Reply { status: None, body: Body::Json(fields) }.read();
    answer.map_err(|error| if error.kind == ErrorKind::UnexpectedAnswer { missing() } else { error })
}

fn key(user: UserId) -> String {
    concat(&["u", &decimal(user.get().into())])
}

fn missing() -> Error {
    Error::new(ErrorKind::UnexpectedAnswer, "UNEXPECTED_ANSWER", "The answer of the batch has none for this user.")
        .with_unknown_outcome()
}

/// A call as a command. Its parameters are letters and numbers, which need no encoding.
fn command(call: &Call, family: Family) -> String {
    let mut command = String::from(call.method(family));
    let mut separator = "?";
    if let Json::Object(parameters) = call.parameters(family) {
        for (name, value) in parameters {
            let value = string_or_integer(value).unwrap_or_default();
            command.push_str(&concat(&[separator, &name, "=", &value]));
            separator = "&";
        }
    }
    command
}

#[cfg(test)]
mod tests {
    use super::{Batch, BatchCommand, Family};
    use crate::card::{Json, UserId};
    use alloc::vec;

    #[test]
    fn commands_are_texts_with_all_their_parameters() {
        let users = [5_u32, 6].map(|id| UserId::try_from(id).unwrap()).into();
        let text = |text: &str| Json::String(text.into());
        let commands = |command, family| {
            let batch = Batch { command, users: Clone::clone(&users) };
            batch.parameters(family)
        };
        let with = |[five, six]: [&str; 2]| {
            let cmd = Json::Object(vec![("u5".into(), text(five)), ("u6".into(), text(six))]);
            Json::Object(vec![("halt".into(), Json::Number(0.0)), ("cmd".into(), cmd)])
        };
        let contact = [
            "crm.contact.details.configuration.reset?scope=P&userId=5",
            "crm.contact.details.configuration.reset?scope=P&userId=6",
        ];
        assert_eq!(commands(BatchCommand::Reset, Family::Contact), with(contact));
        let item = [
            "crm.item.details.configuration.get?entityTypeId=3&scope=P&userId=5",
            "crm.item.details.configuration.get?entityTypeId=3&scope=P&userId=6",
        ];
        assert_eq!(commands(BatchCommand::Get, Family::Item), with(item));
    }
}
