//! Everything the rooms can do, each as a function of what only its caller knows.

#![expect(clippy::no_mangle_with_rust_abi, reason = "nobody calls them")]

use crate::card::{
    Backup, Card, Element, ElementRef, InvalidBackup, InvalidLayout, InvalidUserId, Json, Layout, Scope, Section, SectionRef,
    UserId,
};
use crate::protocol::{
    Answer, Batch, Body, Bulk, Call, Course, Due, Error, ErrorKind, Failure, Family, Fields, InvalidAddress, Known,
    Limit, Manner, Outcome, Pace, Progress, Reply, Report, ResponseTime, Retry, Step, BatchCommand, read_confirmation, fits_a_form,
    layout, origin, portal_endpoint, webhook_endpoint,
};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::any::Any;
use core::fmt::{Display, Formatter, Result as Written};

macro_rules! exports {
    ($($function:item)*) => {$(
        #[unsafe(no_mangle)]
        $function
    )*};
}

// card
exports! {
    fn card_scope(card: Card) -> Scope { card.scope() }
    fn card_user_id(card: Card) -> Option<UserId> { card.user_id() }
    fn scope_code(scope: Scope) -> &'static str { scope.code() }
    fn scope_from_code(code: &str) -> Option<Scope> { Scope::from_code(code) }
    fn user_id_from_integer(id: u32) -> Result<UserId, InvalidUserId> { UserId::try_from(id) }
    fn user_id_from_number(id: f64) -> Result<UserId, InvalidUserId> { UserId::try_from(id) }
    fn user_id_from_text(id: &str) -> Result<UserId, InvalidUserId> { id.parse() }
    fn user_id_number(id: UserId) -> u32 { id.get() }
    fn json_get<'a>(json: &'a Json, key: &str) -> Option<&'a Json> { json.get(key) }
    fn json_take(json: &mut Json, key: &str) -> Option<Json> { json.take(key) }
    fn json_put(json: &mut Json, key: &str, value: Json) { json.put(key, value); }
    fn layout_read(answer: Json) -> Result<Layout, InvalidLayout> { Layout::read(answer) }
    fn layout_new(sections: Json) -> Result<Layout, InvalidLayout> { Layout::new(sections) }
    fn backup_read(backup: Json) -> Result<Backup, InvalidBackup> { Backup::read(backup) }
    fn backup_into_json(backup: Backup) -> Json { backup.into_json() }
    fn not_a_backup_parts(error: &InvalidBackup) -> [&str; 2] { error.parts() }
    fn not_a_layout_text(error: &InvalidLayout) -> &str { error.message() }
    fn layout_sections(layout: &Layout) -> Vec<SectionRef<'_>> { layout.sections().collect() }
    fn layout_into_json(layout: Layout) -> Json { layout.into_json() }
    fn section_name(section: SectionRef<'_>) -> &str { section.name() }
    fn section_title(section: SectionRef<'_>) -> &str { section.title() }
    fn section_elements(section: SectionRef<'_>) -> Vec<ElementRef<'_>> { section.elements().collect() }
    fn element_name(element: ElementRef<'_>) -> &str { element.name() }
    fn element_shown_always(element: ElementRef<'_>) -> Option<bool> { element.shown_always() }
    fn element_options(element: ElementRef<'_>) -> Option<&Json> { element.options() }
    fn element_option<'a>(element: ElementRef<'a>, key: &str) -> Option<&'a Json> { element.option(key) }
    fn element_to_element(element: ElementRef<'_>) -> Element { element.to_element() }
    fn section_to_section(section: SectionRef<'_>) -> Section { section.to_section() }
    fn section_new(name: &str, title: String) -> Section { Section::new(name, title) }
    fn section_element(section: Section, element: Element) -> Section { section.element(element) }
    fn element_new(name: &str) -> Element { Element::new(name) }
    fn element_from(name: String) -> Element { name.into() }
    fn element_from_str(name: &str) -> Element { name.into() }
    fn element_with_shown_always(element: Element, shown_always: bool) -> Element { element.shown_always(shown_always) }
    fn element_with_option(element: Element, key: String, value: Json) -> Element { element.option(key, value) }
    fn json_from_values(number: f64, signed: i32, unsigned: u32, string: &str, bool: bool) -> [Json; 5] {
        [number.into(), signed.into(), unsigned.into(), string.into(), bool.into()]
    }
    fn json_from_string(string: String) -> Json { string.into() }
    fn json_from_vec(items: Vec<Json>) -> Json { items.into() }
    fn json_from_entries(entries: Vec<(String, Json)>) -> Json { entries.into_iter().collect() }
    fn json_as_bool(json: &Json) -> Option<bool> { json.as_bool() }
    fn json_as_f64(json: &Json) -> Option<f64> { json.as_f64() }
    fn json_as_str(json: &Json) -> Option<&str> { json.as_str() }
    fn layout_from_sections(sections: Vec<Section>) -> Result<Layout, InvalidLayout> { Layout::from_sections(sections) }
    fn layout_to_sections(layout: &Layout) -> Vec<Section> { layout.to_sections() }
    fn layout_section<'a>(layout: &'a Layout, name: &str) -> Option<SectionRef<'a>> { layout.section(name) }
    fn layout_element<'a>(layout: &'a Layout, name: &str) -> Option<ElementRef<'a>> { layout.element(name) }
    fn layout_add_section(layout: &mut Layout, section: Section) -> Result<(), InvalidLayout> { layout.add_section(section) }
    fn layout_add_element(layout: &mut Layout, section: &str, element: Element) -> Result<(), InvalidLayout> {
        layout.add_element(section, element)
    }
    fn layout_update_section(layout: &mut Layout, name: &str, title: String) -> Result<(), InvalidLayout> {
        layout.update_section(name, |section| section.title = title)
    }
    fn layout_update_element(layout: &mut Layout, name: &str, new: Element) -> Result<(), InvalidLayout> {
        layout.update_element(name, |element| *element = new)
    }
    fn layout_move_section(layout: &mut Layout, name: &str, index: usize) -> Result<(), InvalidLayout> {
        layout.move_section(name, index)
    }
    fn layout_move_element(layout: &mut Layout, name: &str, section: &str, index: usize) -> Result<(), InvalidLayout> {
        layout.move_element(name, section, index)
    }
    fn layout_remove_section(layout: &mut Layout, name: &str) -> Result<Section, InvalidLayout> { layout.remove_section(name) }
    fn layout_remove_element(layout: &mut Layout, name: &str) -> Result<Element, InvalidLayout> { layout.remove_element(name) }
}

// portal
exports! {
    fn webhook(url: &str) -> Result<String, InvalidAddress> { webhook_endpoint(url) }
    fn portal(url: &str) -> Result<String, InvalidAddress> { portal_endpoint(url) }
    fn endpoint_origin(endpoint: &str) -> &str { origin(endpoint) }
    fn call_method(call: &Call, family: Family) -> &'static str { call.method(family) }
    fn call_parameters(call: &Call, family: Family) -> Json { call.parameters(family) }
    fn call_changes_card(call: &Call) -> bool { call.changes_card() }
    fn call_restoring(backup: Backup, portal: &str) -> Result<Call, Error> { Call::restoring(backup, portal) }
    fn parameters_fit_a_form(parameters: &Json) -> bool { fits_a_form(parameters) }
    fn batch_calls(batch: &Batch) -> Vec<(String, Call)> { batch.calls().collect() }
    fn known_family(known: Known, family: Family) -> Family { known.family(family) }
    fn pace_new(limit: Limit) -> Pace { Pace::new(limit) }
    fn pace_wait(pace: Pace, now: f64) -> f64 { pace.wait(now) }
    fn pace_count(pace: &mut Pace, now: f64) { pace.count(now); }
    fn limits() -> [Limit; 2] { [Limit::CLOUD, Limit::ENTERPRISE] }
    fn bulk_new(users: Vec<UserId>, manner: Manner) -> Bulk { Bulk::new(users, manner) }
    fn bulk_due(bulk: &mut Bulk, pace: Pace, now: f64) -> Due { bulk.due(pace, now) }
    fn bulk_answered(
        bulk: &mut Bulk,
        ticket: u32,
        answer: Result<Answer<Json>, Error>,
        pace: &mut Pace,
        now: f64,
        date: &str,
        chance: f64,
    ) {
        bulk.answered(ticket, answer, pace, now, date, chance);
    }
    fn bulk_stop(bulk: &mut Bulk, error: Error) { bulk.stop(error); }
    fn bulk_switched(bulk: &Bulk) -> bool { bulk.switched() }
    fn bulk_progress(bulk: &Bulk) -> Progress { bulk.progress() }
    fn bulk_report(bulk: Bulk) -> Report { bulk.report() }
    fn progress_pending(progress: Progress) -> usize { progress.pending() }
    fn reply_read(reply: Reply) -> Result<Answer<Json>, Error> { reply.read() }
    fn answer_confirmation(result: &Json) -> Result<(), Error> { read_confirmation(result) }
    fn answer_layout(result: Json) -> Result<Option<Layout>, Error> { layout(result) }
    fn course_new(call: Call, family: Family, retries: u32, deadline: f64) -> Course {
        Course::new(call, family, retries, deadline)
    }
    fn course_request(course: &mut Course) -> (&'static str, Json) { course.request() }
    fn course_answered(
        course: &mut Course,
        reply: Result<Reply, Error>,
        known: &mut Known,
        now: f64,
        chance: f64,
    ) -> Step {
        course.answered(reply, known, now, chance)
    }
    fn course_call(course: &Course) -> &Call { course.call() }
    fn course_family(course: &Course) -> Family { course.family() }
    fn course_follow_with(course: &mut Course, call: Call) { course.follow_with(call); }
    fn course_late() -> Error { Course::late() }
    fn course_sign(course: &Course, error: Error) -> Error { course.sign(error) }
    fn error_new(kind: ErrorKind, code: &str, description: &str) -> Error { Error::new(kind, code, description) }
    fn error_fault() -> Error { Error::internal() }
    fn error_no_answer() -> Error { Error::network() }
    fn error_lost(status: Option<u16>) -> Error { Error::lost_response(status) }
    fn error_with_backup(error: Error, backup: Option<Backup>) -> Error { error.with_backup(backup) }
    fn error_in_doubt(error: Error) -> Error { error.with_unknown_outcome() }
    fn error_helped_by(error: Error, retry: Retry) -> Error { error.with_retry(retry) }
    fn error_caused_by(error: Error, cause: Box<dyn Any>) -> Error { error.caused_by(cause) }
    fn error_failure(error: &mut Error) -> &mut Failure { error }
    fn error_cause(error: &Error) -> Option<&dyn Any> { error.cause() }
    fn error_retryable(error: &Error) -> bool { error.retryable() }
    fn error_kind(kind: ErrorKind) -> &'static str { kind.name() }
    fn error_outcome(outcome: Outcome) -> &'static str { outcome.name() }
    fn time_into_json(time: ResponseTime) -> Json { time.into_json() }
    fn time_numbers(time: &ResponseTime) -> [Option<f64>; 6] {
        [time.start(), time.finish(), time.duration(), time.processing(), time.operating(), time.operating_reset_at()]
    }
    fn time_dates(time: &ResponseTime) -> [Option<&str>; 2] { [time.date_start(), time.date_finish()] }
}

// What their errors say.
exports! {
    fn show_error(error: &Error, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
    fn show_invalid_address(error: InvalidAddress, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
    fn show_invalid_user_id(error: InvalidUserId, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
    fn show_not_a_backup(error: &InvalidBackup, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
    fn show_not_a_layout(error: &InvalidLayout, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
}

// What others make and look into: unused here, it would be dead code as well.
exports! {
    fn cards(user_id: Option<UserId>) -> [Card; 2] { [Card::Personal(user_id), Card::Common] }
    fn calls(card: Card, layout: Layout, batch: Batch) -> [Call; 5] {
        [Call::Get(card), Call::Set(card, layout), Call::Reset(card), Call::Force, Call::Batch(batch)]
    }
    fn whats() -> [BatchCommand; 2] { [BatchCommand::Get, BatchCommand::Reset] }
    fn silence() -> &'static str { Error::LOST_RESPONSE }
    fn due(due: Due) -> (Option<(u32, Batch, Family)>, Option<f64>, bool) {
        match due {
            Due::Send(ticket, batch, family) => (Some((ticket, batch, family)), None, false),
            Due::Wait(pause) => (None, Some(pause), false),
            Due::Idle => (None, None, false),
            Due::Over => (None, None, true),
        }
    }
    fn bodies(fields: Fields) -> [Body; 3] { [Body::Json(fields), Body::Empty, Body::NotJson] }
    fn json_bool(value: bool) -> Json { Json::Bool(value) }
    fn error_kinds() -> [ErrorKind; 5] {
        use ErrorKind::{Aborted, Internal, InvalidArgument, Network, NoConnection};
        [Aborted, Internal, InvalidArgument, Network, NoConnection]
    }
    fn step(step: Step) -> (Option<Answer<Json>>, Option<f64>, Option<Error>) {
        match step {
            Step::Done(answer) => (Some(answer), None, None),
            Step::Send => (None, None, None),
            Step::Wait(pause) => (None, Some(pause), None),
            Step::Fail(error) | Step::Renew(error) => (None, None, Some(error)),
        }
    }
}

// The control overflows. Where that is found, so is any other panic.
#[cfg(feature = "control")]
exports! {
    fn control(left: u32, right: u32) -> u32 { left + right }
}
