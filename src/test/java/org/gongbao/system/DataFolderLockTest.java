package org.gongbao.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderLockTest {

    @TempDir
    Path folder;

    @Test
    void aFolderIsOwnedAsLongAsItsOwnerLives() {
        try (DataFolder guest = new DataFolder(folder)) {
            assertThat(guest.isOwned()).isFalse();
            try (DataFolder owner = new DataFolder(folder)) {
                assertThat(owner.own()).isTrue();
                assertThat(guest.isOwned()).isTrue();
                assertThat(guest.own()).isFalse();
            }
            assertThat(guest.isOwned()).isFalse();
            assertThat(guest.own()).isTrue();
        }
    }
}
