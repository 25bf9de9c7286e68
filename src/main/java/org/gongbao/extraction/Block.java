package org.gongbao.extraction;

/** A part of the flow of text: a {@link Paragraph} or a {@link Grid}. */
public sealed interface Block permits Paragraph, Grid {}
