package city.plaza.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An account of the portal before, as the help desk sees it.
 *
 * @param address on one line; null where none is on file
 * @param maskedEmail enough to recognise it by, not to write to it
 * @param reclaimedAt when its resident got it back; null until then
 */
public record LegacyResident(UUID id, String name, @Nullable String address, List<String> customerNumbers,
		String maskedEmail, @Nullable Instant reclaimedAt) {

	public LegacyResident {
		customerNumbers = List.copyOf(customerNumbers);
	}

}
