package entente.report.form;

/** A figure, which an answer names and each medium draws. */
public sealed interface Block permits LikelihoodFigure, SwingFigure, Picture {}
