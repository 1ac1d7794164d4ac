package io.loupe.server.inspection.verdict;

/** A verdict that is about to be kept. */
record NewVerdict(Judgement judgement, ScoreMap map) {}
