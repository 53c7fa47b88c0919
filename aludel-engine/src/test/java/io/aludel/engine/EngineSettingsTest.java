// SPDX-License-Identifier: Apache-2.0
package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EngineSettingsTest {
    @Test
    void changesNothingButWhatIsAsked() {
        EngineListener listener = statement -> {};
        EngineSettings settings = EngineSettings.DEFAULT
                .withPoolSize(3)
                .withConnectTimeout(Duration.ofSeconds(2))
                .withListener(listener);

        assertThat(settings.poolSize()).isEqualTo(3);
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.listeners()).containsExactly(listener);
        assertThat(EngineSettings.DEFAULT.listeners()).isEmpty();
    }

    @Test
    void refusesAPoolWithoutConnectionsAndATimeoutOfNothing() {
        assertThatThrownBy(() -> EngineSettings.DEFAULT.withPoolSize(0))
                .isInstanceOf(EngineException.class)
                .hasMessage("The pool's size is 0; it must be at least 1.");
        assertThatThrownBy(() -> EngineSettings.DEFAULT.withConnectTimeout(Duration.ofMillis(249)))
                .isInstanceOf(EngineException.class)
                .hasMessage("The timeout for connections is 249 ms; it must be at least 250 ms.");
    }
}
