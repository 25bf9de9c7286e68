package org.gongbao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small notices of 云州市 as text files. */
final class Notices {

    private Notices() {}

    static String title(int number) {
        return "云州市水利局关于开展第" + number + "轮河道巡查的通知";
    }

    /** Writes notice number so and so into a folder, which is made. */
    static Path write(Path folder, int number) {
        return write(folder, "notice-" + number + ".txt", "", number);
    }

    /** One that bears a mark of secrecy. */
    static Path writeSecret(Path folder, int number) {
        return write(folder, "secret-" + number + ".txt", "机密★5年\n\n", number);
    }

    private static Path write(Path folder, String name, String head, int number) {
        try {
            return Files.writeString(
                    Files.createDirectories(folder).resolve(name),
                    head + """
                            %s

                            云水字〔2024〕%d号

                            各县区水利局：

                            请于5月%d日前完成第%d轮巡查，并报送巡查台账。

                            云州市水利局

                            2024年5月1日
                            """.formatted(title(number), number, 2 + number % 28, number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
