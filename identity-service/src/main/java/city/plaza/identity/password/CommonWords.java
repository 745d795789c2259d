package city.plaza.identity.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The words that passwords are mostly made of, from {@code common-words.txt}. */
@Component
class CommonWords {

	private final List<String> words;

	CommonWords() {
		this.words = read();
	}

	List<String> words() {
		return this.words;
	}

	private static List<String> read() {
		try {
			return new ClassPathResource("common-words.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.map(String::strip)
				.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("common-words.txt is part of the service", ex);
		}
	}

}
