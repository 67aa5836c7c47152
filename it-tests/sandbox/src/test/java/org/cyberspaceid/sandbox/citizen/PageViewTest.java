package org.cyberspaceid.sandbox.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageViewTest {
    private final PageView page = new PageView(URI.create("http://localhost:8080/realms/r/x"), 200, """
            <body data-page="enrol-document"><nav><form><button type="submit">no</button></form></nav>
            <main><div data-problem="document_expired"></div>
            <form method="post" action="/next?tab=1">
              <input type="hidden" name="h" value="1"><input type="radio" name="document_type" value="passport">
              <button type="submit" name="action" value="continue">Go</button><button name="action" value="cancel">Stop</button>
            </form></main></body>""");

    @Test
    void knowsItsNameAndItsProblem() {
        assertThat(page.is("enrol-document")).isTrue();
        assertThat(page.problem()).contains("document_expired");
        assertThat(page.toString()).isEqualTo("enrol-document (200, document_expired)");
    }

    @Test
    void sendsItsFieldsAndThePrimaryButton() {
        assertThat(page.fields()).isEqualTo(Map.of("h", "1", "action", "continue"));
        assertThat(page.formAddress()).isEqualTo(URI.create("http://localhost:8080/next?tab=1"));
    }

    @Test
    void saysWhichPageLacksWhat() {
        assertThatThrownBy(() -> page.link("a[rel=reader]"))
                .isInstanceOf(StrayedException.class)
                .hasMessageContaining("enrol-document")
                .hasMessageContaining("a[rel=reader]");
    }
}
