package city.plaza.identity.password;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.core.io.ClassPathResource;

/** A file of {@code passwords/}, which are part of the service. */
final class PasswordList {

	private PasswordList() {
	}

	static List<String> lines(String name) {
		return new String(bytes(name), StandardCharsets.UTF_8).lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
			.toList();
	}

	static byte[] bytes(String name) {
		try {
			return new ClassPathResource("passwords/" + name).getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("passwords/" + name + " is part of the service", ex);
		}
	}

}
