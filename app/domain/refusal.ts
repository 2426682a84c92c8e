// How a rule says no: a reason with a sentence in every language (app/i18n/*/refusals.json), never a fault.

/** Every reason there is, and the status it answers with. A reason without a sentence does not compile. */
export const refusalStatus = {
  not_found: 404,
  not_allowed: 403,
  sign_in_first: 403,
  account_paused: 403,
  somebody_was_faster: 409,
  too_often: 429,
  storage_full: 507,
  text_too_long: 400,
  picture_not_readable: 400,
  picture_too_large: 413,
  alt_missing: 400,
  town_not_set_up: 403,

  idea_not_open: 409,
  idea_already_published: 409,
  idea_withdrawn: 409,
  idea_merged_into_itself: 400,
  idea_split_too_late: 409,
  idea_has_answer: 409,
  answer_needs_review_date: 400,
  extension_needs_later_date: 400,
  own_idea_supported: 409,
  secret_wrong: 403,

  conversation_closed: 409,
  reply_too_deep: 400,
  contribution_gone: 410,
  contribution_hidden: 409,
  edit_not_own: 403,
  reaction_on_own: 409,

  code_wrong: 400,
  code_used_up: 400,
  code_expired: 400,
  mail_not_valid: 400,
  mail_taken: 409,
  too_young: 403,
  name_not_plain: 400,
  name_one_word: 400,
  passkey_failed: 400,
  last_operator: 409,
  set_up_done: 409,
  link_not_valid: 400,

  term_backwards: 400,
  already_seated: 409,
  bench_full: 409,

  appeal_too_late: 409,
  appeal_by_same_person: 403,
  already_decided: 409,
  appeal_made_already: 409,
  measure_needs_grounds: 400,
  pause_by_same_person: 403,
  own_case: 403,
  report_address_unknown: 400,
  report_needs_contact: 400,
  report_needs_good_faith: 400,
  form_too_fast: 400,
  form_trap_filled: 400,

  clause_struck: 410,
  clause_adopted: 409,
  clause_changed_meanwhile: 409,
  amendment_not_open: 409,
  amendment_not_closed: 409,
  amendment_nothing_to_answer: 409,
  amendment_changes_nothing: 400,
  amendment_needs_clause: 400,
  standard_not_open: 409,
  standard_withdrawn: 409,
  address_taken: 409,
  programme_not_started: 409,
  programme_already_started: 409,
  programme_already_paused: 409,
  programme_not_paused: 409,
  consultation_backwards: 400,

  poll_label_too_strong: 400,
  poll_secrecy_forbids: 400,
  poll_secrecy_not_offered: 400,
  poll_electorate_incomplete: 400,
  poll_roll_unknown: 400,
  poll_roll_empty: 409,
  poll_roll_frozen: 409,
  poll_closes_before_it_opens: 400,
  poll_options_fixed: 400,
  poll_needs_two_options: 400,
  poll_options_unknown: 400,
  poll_seats_do_not_fit: 400,
  poll_marks_do_not_fit: 400,
  poll_result_not_loosened: 409,
  poll_not_announced: 409,
  poll_not_open: 409,
  poll_not_open_yet: 409,
  poll_is_closed: 409,
  poll_open_for_a_minimum: 409,
  poll_close_is_final: 409,
  poll_not_closed: 409,
  poll_not_counted: 409,
  poll_objection_runs: 409,
  poll_no_tie: 409,
  poll_figures_wrong: 400,
  poll_not_by_hand: 409,
  ballot_not_on_roll: 403,
  ballot_cast_already: 409,
  ballot_reason_missing: 400,
  ballot_not_of_this_kind: 400,
  ballot_option_unknown: 400,
  ballot_option_twice: 400,
  ballot_too_many_marks: 400,
  ballot_too_many_points: 400,
  ballot_mark_out_of_range: 400,
  ballot_place_twice: 400,
  ballot_place_missing: 400,
  ballot_places_with_gaps: 400,
  ballot_nothing_chosen: 400,
  ballot_code_unknown: 400,
  ballot_code_used: 409,

  ballot_key_missing: 409,
  ballots_void: 409,
  ballot_needs_token: 409,
  ballot_arrived_already: 409,
  ballot_of_later_turn: 409,
  token_drawn_already: 409,
  token_not_readable: 400,
  token_not_genuine: 400,
  vote_by_envelope: 409,
  vote_on_paper: 409,
  code_not_printed: 400,
  codes_only_for_blind: 400,
  codes_before_opening: 409,
  paper_only_for_secret: 400,
  paper_after_close: 409,
  paper_not_expected: 409,
  paper_more_than_voters: 409,
  paper_read_twice: 409,
} as const satisfies Record<string, number>

export type Reason = keyof typeof refusalStatus

export interface Refusal {
  /** Recognised by this mark: the process and the pages hold two copies of every module, so a class would not do. */
  readonly refused: 'stimmtisch'
  readonly reason: Reason
  /** What the sentence names, such as how many tries are left. */
  readonly params: Readonly<Record<string, string | number>>
}

/** Ends a deed: `throw refuse('idea_not_open')`. Everything the deed wrote is taken back. */
export function refuse(reason: Reason, params: Refusal['params'] = {}): Refusal {
  return { refused: 'stimmtisch', reason, params }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === 'stimmtisch'
}
