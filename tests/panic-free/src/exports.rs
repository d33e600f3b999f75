//! Everything the rooms can do, each as a function of what only its caller knows.

#![expect(clippy::no_mangle_with_rust_abi, reason = "nobody calls them")]

use crate::card::{
    Backup, Card, CardType, Element, ElementRef, InvalidBackup, InvalidCardType, InvalidLayout, InvalidUserId, Json,
    Layout, Scope, Section, SectionRef, UserId,
};
use crate::engine::{
    Action, BulkKind, BulkReport, BulkTask, CallResult, Change, Completion, Environment, Input, InvalidRateLimit,
    Knowledge, Operation, Progress, RETRIES, RateLimit, RequestId, Settings, Success, TIMEOUT, Task, TokenBucket,
    Transport, Transports,
};
use crate::error::{Error, ErrorDetails, ErrorKind, Outcome, Retry};
use crate::protocol::{
    Answer, Batch, Body, Call, Family, Fields, InvalidAddress, Reply, Request, ResponseTime, origin, portal_endpoint,
    webhook_endpoint,
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
    fn user_id_from_string(id: &str) -> Result<UserId, InvalidUserId> { id.parse() }
    fn user_id_number(id: UserId) -> u32 { id.get() }
    fn json_get<'a>(json: &'a Json, key: &str) -> Option<&'a Json> { json.get(key) }
    fn json_take(json: &mut Json, key: &str) -> Option<Json> { json.take(key) }
    fn json_put(json: &mut Json, key: &str, value: Json) { json.put(key, value); }
    fn layout_read(answer: Json) -> Result<Layout, InvalidLayout> { Layout::read(answer) }
    fn layout_new(sections: Json) -> Result<Layout, InvalidLayout> { Layout::new(sections) }
    fn card_type_read(json: Json) -> Result<CardType, InvalidCardType> { CardType::read(json) }
    fn card_type_into_json(card_type: CardType) -> Json { card_type.into_json() }
    fn card_type_entity_type_id(card_type: CardType) -> u32 { card_type.entity_type_id() }
    fn card_type_extra(card_type: CardType) -> Option<(&'static str, u32)> { card_type.extra() }
    fn card_types() -> [CardType; 9] {
        [
            CardType::LEAD,
            CardType::REPEAT_LEAD,
            CardType::DEAL,
            CardType::CONTACT,
            CardType::COMPANY,
            CardType::QUOTE,
            CardType::SMART_INVOICE,
            CardType::SMART_DOCUMENT,
            CardType::SMART_B2E_DOCUMENT,
        ]
    }
    fn card_type_deal(funnel: u32) -> CardType { CardType::deal(funnel) }
    fn card_type_smart_process(entity_type_id: u32, category: Option<u32>) -> Option<CardType> {
        CardType::smart_process(entity_type_id, category)
    }
    fn invalid_card_type_parts(error: InvalidCardType) -> [&'static str; 2] { error.parts() }
    fn backup_read(backup: Json) -> Result<Backup, InvalidBackup> { Backup::read(backup) }
    fn backup_into_json(backup: Backup) -> Json { backup.into_json() }
    fn invalid_backup_parts(error: &InvalidBackup) -> [&str; 2] { error.parts() }
    fn invalid_layout_message(error: &InvalidLayout) -> &str { error.message() }
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

// error
exports! {
    fn error_new(kind: ErrorKind, code: &str, description: &str) -> Error { Error::new(kind, code, description) }
    fn error_internal() -> Error { Error::internal() }
    fn error_aborted() -> Error { Error::aborted() }
    fn error_network() -> Error { Error::network() }
    fn error_lost_response(status: Option<u16>) -> Error { Error::lost_response(status) }
    fn error_with_backup(error: Error, backup: Option<Backup>) -> Error { error.with_backup(backup) }
    fn error_with_unknown_outcome(error: Error) -> Error { error.with_unknown_outcome() }
    fn error_with_retry(error: Error, retry: Retry) -> Error { error.with_retry(retry) }
    fn error_caused_by(error: Error, cause: Box<dyn Any>) -> Error { error.caused_by(cause) }
    fn error_details(error: &mut Error) -> &mut ErrorDetails { error }
    fn error_cause(error: &Error) -> Option<&dyn Any> { error.cause() }
    fn error_retryable(error: &Error) -> bool { error.retryable() }
    fn error_kind_name(kind: ErrorKind) -> &'static str { kind.name() }
    fn outcome_name(outcome: Outcome) -> &'static str { outcome.name() }
}

// protocol
exports! {
    fn webhook(url: &str) -> Result<String, InvalidAddress> { webhook_endpoint(url) }
    fn portal(url: &str) -> Result<String, InvalidAddress> { portal_endpoint(url) }
    fn endpoint_origin(endpoint: &str) -> &str { origin(endpoint) }
    fn call_request(call: &Call, family: Family) -> Request { call.request(family) }
    fn call_changes_card(call: &Call) -> bool { call.changes_card() }
    fn call_restoring(backup: Backup, portal: &str, card_type: CardType) -> Result<Call, Error> {
        Call::restoring(backup, portal, card_type)
    }
    fn call_restoring_one_of_many(
        backup: Backup,
        portal: &str,
        card_type: CardType,
    ) -> Result<(UserId, Option<Layout>), Error> {
        Call::restoring_one_of_many(backup, portal, card_type)
    }
    fn family_card_type(family: Family) -> CardType { family.card_type() }
    fn reply_hide(reply: &mut Reply, secret: &str) { reply.hide(secret); }
    fn reply_read(reply: Reply) -> Result<Answer<Json>, Error> { reply.read() }
    fn time_into_json(time: ResponseTime) -> Json { time.into_json() }
    fn time_numbers(time: &ResponseTime) -> [Option<f64>; 6] {
        [time.start(), time.finish(), time.duration(), time.processing(), time.operating(), time.operating_reset_at()]
    }
    fn time_dates(time: &ResponseTime) -> [Option<&str>; 2] { [time.date_start(), time.date_finish()] }
}

// engine
exports! {
    fn operation_new(task: Task, settings: Settings, knowledge: Knowledge) -> Operation {
        Operation::new(task, settings, knowledge)
    }
    // What the methods of the environment do is known to nobody here.
    fn operation_handle(
        operation: &mut Operation,
        input: Input,
        bucket: &mut TokenBucket,
        environment: &dyn Environment,
    ) {
        operation.handle(input, bucket, environment);
    }
    fn operation_next_action(operation: &mut Operation) -> Option<Action> { operation.next_action() }
    fn operation_knowledge(operation: &Operation) -> Knowledge { operation.knowledge() }
    fn operation_bulk_report(operation: &Operation) -> Option<&BulkReport> { operation.bulk_report() }
    fn operation_annotate(operation: &Operation, error: Error) -> Error { operation.annotate(error) }
    fn knowledge_merged_with(known: Knowledge, learned: Knowledge) -> Knowledge { known.merged_with(learned) }
    fn token_bucket() -> TokenBucket { TokenBucket::default() }
    fn progress_pending(progress: Progress) -> usize { progress.pending() }
    fn rate_limit_new(burst: f64, per_second: f64) -> Result<RateLimit, InvalidRateLimit> {
        RateLimit::new(burst, per_second)
    }
    fn rate_limit_numbers(limit: RateLimit) -> [f64; 2] { [limit.burst(), limit.per_second()] }
    fn rate_limits() -> [RateLimit; 2] { [RateLimit::CLOUD, RateLimit::ENTERPRISE] }
    fn defaults() -> (u32, f64) { (RETRIES, TIMEOUT) }
}

// What their errors say.
exports! {
    fn show_error(error: &Error, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
    fn show_invalid_address(error: InvalidAddress, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
    fn show_invalid_user_id(error: InvalidUserId, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
    fn show_invalid_backup(error: &InvalidBackup, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
    fn show_invalid_card_type(error: InvalidCardType, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
    fn show_invalid_layout(error: &InvalidLayout, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
    fn show_invalid_rate_limit(error: InvalidRateLimit, to: &mut Formatter<'_>) -> Written { error.fmt(to) }
}

// What others make and look into: unused here, it would be dead code as well.
exports! {
    fn cards(user_id: Option<UserId>) -> [Card; 2] { [Card::Personal(user_id), Card::Common] }
    fn calls(card: Card, layout: Layout) -> [Call; 4] {
        [Call::Get(card), Call::Set(card, layout), Call::Reset(card), Call::Force]
    }
    fn batch_new(family: Family) -> Batch { Batch::new(family) }
    fn batch_push(batch: &mut Batch, user: UserId, call: &Call) -> bool { batch.push(user, call) }
    fn batch_request(batch: Batch) -> Request { batch.request() }
    fn report_kind(report: &BulkReport) -> BulkKind { report.kind }
    fn bulk_kinds() -> [BulkKind; 3] { [BulkKind::Read, BulkKind::Reset, BulkKind::Restore] }
    fn bodies(fields: Fields) -> [Body; 3] { [Body::Json(fields), Body::Empty, Body::NotJson] }
    fn json_bool(value: bool) -> Json { Json::Bool(value) }
    fn error_kinds() -> [ErrorKind; 5] {
        use ErrorKind::{Aborted, Internal, InvalidArgument, Network, NoConnection};
        [Aborted, Internal, InvalidArgument, Network, NoConnection]
    }
    fn all_transports(can_await: bool, can_renew: bool) -> [Transports; 4] {
        let no_token = Transports::NoToken { can_await, can_renew };
        [Transports::Fetch, Transports::Library, Transports::LibraryAndFetch, no_token]
    }
    fn changed(change: Result<Change, Error>) -> Input { Input::Changed(change) }
    fn changes(layout: Option<Layout>) -> [Change; 2] { [Change::Nothing, Change::Save(layout)] }
    fn to_change(action: Action) -> Option<Layout> { if let Action::Change(layout) = action { layout } else { None } }
    fn inputs(id: RequestId, reply: Result<Reply, Error>, renewed: Result<bool, Error>, reason: Error) -> [Input; 6] {
        let ended = [Input::Replied(id, reply), Input::Renewed(renewed), Input::Cancelled(reason)];
        let [replied, renewed, cancelled] = ended;
        [Input::Started, Input::LibraryReady, replied, renewed, Input::TimerFired, cancelled]
    }
    fn sent(action: Action) -> Option<(RequestId, Request, Transport)> {
        if let Action::Send(id, request, transport) = action { Some((id, request, transport)) } else { None }
    }
    fn cancelled(action: &Action) -> Option<RequestId> {
        if let Action::Cancel(id) = action { Some(*id) } else { None }
    }
    fn pause(action: &Action) -> Option<f64> { if let Action::Sleep(pause) = action { Some(*pause) } else { None } }
    fn progress(action: &Action) -> Option<Progress> {
        if let Action::Progress(progress) = action { Some(*progress) } else { None }
    }
    fn tasks(call: Call, card: Card, bulk: BulkTask) -> [Task; 3] { [Task::Call(call), Task::Edit(card), Task::Bulk(bulk)] }
    fn completion(action: Action) -> Option<Completion> {
        if let Action::Finish(completion) = action { Some(*completion) } else { None }
    }
    fn call_result(completion: Completion) -> Option<Result<Success, Error>> {
        if let Completion::Call(result) = completion { Some(result) } else { None }
    }
    fn layout_of(success: Success) -> Option<Layout> {
        if let CallResult::Layout(layout) = success.result { layout } else { None }
    }
    fn told_of(success: Success) -> (Option<ResponseTime>, Option<bool>, Option<Backup>) {
        (success.time, success.is_changed, success.backup)
    }
    fn report_of(completion: Completion) -> Option<BulkReport> {
        if let Completion::Bulk(report) = completion { Some(report) } else { None }
    }
}

// The control overflows. Where that is found, so is any other panic.
#[cfg(feature = "control")]
exports! {
    fn control(left: u32, right: u32) -> u32 { left + right }
}
