package org.gongbao.command;

/** What a program that was started is made of. */
interface Parts {

    <T> T get(Class<T> type);
}
