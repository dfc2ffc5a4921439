package org.stswatch.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.stswatch.event.Company;
import org.stswatch.event.VoyageStatement;
import org.stswatch.vessel.IdentityToken;

/** The words by which claims are found for ships, out of what was stated of them. */
final class StatedTokens {
  private StatedTokens() {}

  /** Of a statement what its tokens hang on. */
  private record Named(@Nullable String imo, @Nullable String name, List<Company> companies) {
    Named(VoyageStatement s) {
      this(s.getImo(), s.getName(), s.getCompanies());
    }
  }

  /** Two ships with one MMSI state two things in turn, thousands of times: each is read once. */
  static Set<String> of(Map<String, List<VoyageStatement>> stated) {
    Set<String> tokens = new TreeSet<>(Set.of(IdentityToken.NOBODY));
    Set<Named> named = new HashSet<>();
    stated.forEach(
        (vessel, statements) -> {
          tokens.addAll(IdentityToken.of(null, vessel, List.of()));
          statements.forEach(s -> named.add(new Named(s)));
        });
    named.forEach(n -> tokens.addAll(tokens(n)));
    return tokens;
  }

  private static Set<String> tokens(Named n) {
    List<@Nullable String> names = new ArrayList<>();
    names.add(n.name());
    Set<String> tokens = new TreeSet<>();
    for (Company company : n.companies()) {
      names.add(company.getName());
      tokens.addAll(tokens(company));
    }
    tokens.addAll(IdentityToken.of(n.imo(), null, names));
    return tokens;
  }

  private static Set<String> tokens(Company company) {
    List<@Nullable String> number = new ArrayList<>();
    number.add(company.getCompanyId());
    List<@Nullable String> address = new ArrayList<>();
    address.add(company.getAddress());
    return IdentityToken.ofCompany(number, address);
  }
}
