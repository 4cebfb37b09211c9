package entente.report.form;

/** A table or a figure, which an answer names and each medium draws. */
public sealed interface Block permits Table, LikelihoodFigure, SwingFigure, ProbabilityFigure, SeriesFigure, Picture {}
