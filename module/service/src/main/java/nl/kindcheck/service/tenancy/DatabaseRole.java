package nl.kindcheck.service.tenancy;

import jakarta.annotation.PostConstruct;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to work under a database role that row-level security does not bind: a superuser, one
 * with BYPASSRLS, or one that owns a table.
 */
@Component
@DependsOn("flywayInitializer")
class DatabaseRole {

  private final JdbcClient jdbc;

  DatabaseRole(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @PostConstruct
  void check() {
    boolean bound =
        jdbc.sql(
                """
                SELECT NOT r.rolsuper AND NOT r.rolbypassrls AND pg_has_role(r.oid, 'kindcheck_app', 'MEMBER')
                  AND NOT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = 'public' AND c.relkind = 'r' AND pg_has_role(r.oid, c.relowner, 'MEMBER'))
                FROM pg_roles r WHERE r.rolname = current_user\
                """)
            .query(Boolean.class)
            .single();
    if (!bound) {
      throw new IllegalStateException(
          "spring.datasource.username must be a login that is a member of kindcheck_app, is no"
              + " superuser, has no BYPASSRLS and owns no table, so that row-level security binds"
              + " it.");
    }
  }
}
