package city.plaza.local.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.yaml.snakeyaml.Yaml;

/** Files of the repository that declare a part of the topology again. */
final class RepositoryFiles {

	private static final Path ROOT = Path.of("..");

	private RepositoryFiles() {
	}

	static String text(String file) {
		try {
			return Files.readString(ROOT.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The values of a YAML file by their paths, such as {@code spring.application.name}
	 * and {@code plaza.events.topics[0].name}; of its first document alone.
	 */
	static Map<String, String> yaml(String file) {
		Map<String, String> values = new TreeMap<>();
		flatten("", new Yaml().loadAll(text(file)).iterator().next(), values);
		return values;
	}

	/** The lines of a file without comments. */
	static List<String> lines(String file) {
		return text(file).lines().filter((line) -> !line.startsWith("#") && !line.startsWith("--")).toList();
	}

	private static void flatten(String path, Object node, Map<String, String> values) {
		if (node instanceof Map<?, ?> map) {
			map.forEach((key, value) -> flatten(path.isEmpty() ? "" + key : path + "." + key, value, values));
		}
		else if (node instanceof List<?> list) {
			List<?> items = new ArrayList<>(list);
			for (int i = 0; i < items.size(); i++) {
				flatten(path + "[" + i + "]", items.get(i), values);
			}
		}
		else {
			values.put(path, String.valueOf(node));
		}
	}

}
