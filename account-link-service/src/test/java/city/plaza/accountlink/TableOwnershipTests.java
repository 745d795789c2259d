package city.plaza.accountlink;

import java.io.IOException;
import java.nio.file.Path;

import city.plaza.platform.testing.TableOwnership;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableOwnershipTests {

	@Test
	void eachTableHasOneOwnerAndIsReadFromAbove() throws IOException {
		assertThat(TableOwnership.violations(Path.of(""), "city.plaza.accountlink", "resident", "customer", "proof",
				"attempt", "legacy", "link", "dispute"))
			.isEmpty();
	}

}
