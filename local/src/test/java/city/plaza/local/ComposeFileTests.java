package city.plaza.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComposeFileTests {

	private static final Pattern PORT = Pattern.compile("ports: \\[\"(.+?)\"\\]");

	@Test
	void publishesItsPortsOnThisMachineOnly() throws IOException {
		String file = Files.readString(Path.of("../docker-compose.yml"));
		List<String> published = PORT.matcher(file).results().map((result) -> result.group(1)).toList();
		assertThat(published).hasSize(2)
			.allSatisfy(
					(port) -> assertThat(port).matches("(127\\.0\\.0\\.1|\\$\\{PLAZA_LISTEN:-127\\.0\\.0\\.1}):.*"));
		assertThat(file.lines()).filteredOn((line) -> line.strip().startsWith("ports:")).hasSize(published.size());
	}

}
