package org.gongbao.command;

/** A damaged document. Its name says from which seed and number it was made, of what, and how. */
record FaultyFile(String name, byte[] content) {}
