package city.plaza.billing.finance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Imports from a folder.
 *
 * @param folder that files are put into; empty: there is none
 * @param folderPoll pause between two looks into it
 */
@Validated
@ConfigurationProperties("plaza.billing.finance")
record FolderSettings(@NotNull @DefaultValue("") String folder, @NotNull @DefaultValue("10s") Duration folderPoll) {

	Optional<Path> path() {
		return this.folder.isBlank() ? Optional.empty() : Optional.of(Path.of(this.folder));
	}

}
