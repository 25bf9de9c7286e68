package org.gongbao.publication;

/** A reason why a document is held back. */
public record Obstacle(String gate, String reason) {}
