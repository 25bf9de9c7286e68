package org.gongbao.system;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why the program did not start. */
class DataFolderOwnedAnalyzer extends AbstractFailureAnalyzer<DataFolderOwnedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderOwnedException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Use the process that runs, or stop it before you start another one.", cause);
    }
}
